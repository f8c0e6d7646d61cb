using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.Diagnosis;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Commands.Learning;

/// <summary>How the recent rows differ from the old ones.</summary>
/// <param name="Reference">The old rows as a reference.</param>
/// <param name="Current">The recent rows, labelled or not.</param>
/// <param name="Columns">The columns that drifted.</param>
/// <param name="Diagnosis">What kind of change it is; null where nothing is found.</param>
internal sealed record Change(Reference Reference, Profile Current, ImmutableArray<string> Columns, Diagnosis? Diagnosis)
{
    /// <summary>
    /// Compares and diagnoses. Whether the label at a given score changed is asked of a model that learnt from every other old row: its scores
    /// of the rows between are honest, which those of a champion that learnt from the old rows are not.
    /// </summary>
    public static Change Of(TournamentTables tables, ITrainer trainer, ulong seed, CancellationToken cancellation)
    {
        var task = tables.Task;
        var reference = Reference.From(WithoutTimes(tables.Old), new ReferenceOptions(Positive: task.Kind == TaskKind.Binary ? task.Positive : null));
        var rows = Watched(tables.Recent, reference);
        rows = tables.Unlabelled is { } further ? rows.Append(Watched(further, reference)) : rows;
        var comparison = Comparison.Of(reference, rows);
        var current = new Profile(reference.Codebook);
        current.Add(reference.Codebook.Encode(rows), 0, rows.Rows);
        ImmutableArray<string> drifted = [.. comparison.Columns.Where(column => column.IsDrifted).Select(column => column.Column.Name)];
        var (before, since) = task.Kind == TaskKind.Binary ? OutcomesOf(tables, trainer, seed, cancellation) : default;
        var diagnosis = Diagnoser.Diagnose(new DiagnosisEvidence(reference, current, before, since, drifted));
        var isNothing = diagnosis.Kind == DiagnosisKind.Covariate && !comparison.IsDrifted;
        return new(reference, current, drifted, isNothing ? null : diagnosis);
    }

    /// <summary>Times always move on, which says nothing of the rows.</summary>
    private static Table WithoutTimes(Table table) =>
        table.Without([.. table.Schema.Columns.Where(column => column.Kind == ColumnKind.Datetime).Select(column => column.Name)]);

    private static Table Watched(Table table, Reference reference) => new([.. reference.Schema.Columns
        .Where(column => column.IsCoded && column.Role != ColumnRole.Target)
        .Select(column => table[column.Name])]);

    private static (OutcomeCounts Before, OutcomeCounts Since) OutcomesOf(TournamentTables tables, ITrainer trainer, ulong seed, CancellationToken cancellation)
    {
        int[] RowsAt(int remainder) => [.. Enumerable.Range(0, tables.Old.Rows).Where(row => row % 2 == remainder)];
        var (task, judged) = (tables.Task, tables.Old.Take(RowsAt(1)));
        var model = trainer.Train(new TrainingSet(task, tables.Old.Take(RowsAt(0))), seed, cancellation);
        return (Count(task, judged, model.Score(judged)), Count(task, tables.Recent, model.Score(tables.Recent)));
    }

    private static OutcomeCounts Count(LearningTask task, Table rows, double[] scores)
    {
        var (counts, outcomes) = (new OutcomeCounts(), Outcomes.Of(task, rows));
        for (var row = 0; row < outcomes.Length; row++)
        {
            if (!double.IsNaN(outcomes[row]) && !double.IsNaN(scores[row]))
            {
                counts.Add(outcomes[row] == 1, scores[row]);
            }
        }

        return counts;
    }
}
