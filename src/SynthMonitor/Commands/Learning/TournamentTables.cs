using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Commands.Learning;

/// <summary>The rows of a tournament, read alike.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Old">Labelled rows from before the change.</param>
/// <param name="Recent">Labelled rows from after it.</param>
/// <param name="Unlabelled">Further rows from after it, or null.</param>
/// <param name="ChampionScores">What the champion logged for the recent rows, or null.</param>
internal sealed record TournamentTables(LearningTask Task, Table Old, Table Recent, Table? Unlabelled, Predictions? ChampionScores)
{
    /// <summary>Reads the files; the old rows say of what kind columns are.</summary>
    /// <exception cref="InputException">A file cannot be read, or they do not fit together.</exception>
    public static TournamentTables Read(
        string old, string recent, string? unlabelled, string target, string? positive, string? championScore, CancellationToken cancellation)
    {
        var before = DataArgument.Read(old, SchemaOverrides.Of(new ColumnOverride(target, Role: ColumnRole.Target)), cancellation);
        if (championScore is not null && before.Find(championScore) is not null)
        {
            before = before.Without(championScore);
        }

        var task = DataArgument.About(old, () => TaskInference.Infer(before, target, positive: positive));
        var alike = SchemaOverrides.From(before.Schema);
        var after = DataArgument.Read(recent, alike, cancellation);
        var further = unlabelled is null ? null : DataArgument.Read(unlabelled, alike, cancellation);
        Require(recent, after, before.Schema.Columns.Select(column => column.Name));
        if (further is not null)
        {
            Require(unlabelled!, further, before.Schema.Columns.Where(column => column.Role != ColumnRole.Target).Select(column => column.Name));
        }

        DataArgument.About(recent, () => Outcomes.Of(task, after));
        return new(task, before, after, further, championScore is null ? null : Scores(recent, after, championScore, task));
    }

    private static void Require(string file, Table table, IEnumerable<string> names)
    {
        string[] missing = [.. names.Where(name => table.Find(name) is null)];
        if (missing.Length > 0)
        {
            string[] found = [.. table.Schema.Columns.Select(column => column.Name)];
            throw new InputException([.. missing.Select(name =>
                new InputException(file, null, null, $"there is no column '{name}', which the old rows have", NearMatch.Expected(name, found)))]);
        }
    }

    private static Predictions Scores(string file, Table recent, string name, LearningTask task)
    {
        if (task.Kind == TaskKind.Multiclass)
        {
            throw new InputException(file, null, name, "one score for each row of a multiclass task", "--champion with the model itself");
        }

        Require(file, recent, [name]);
        return recent[name] is NumberColumn numbers
            ? new Predictions(numbers.Values.ToArray())
            : throw new InputException(file, null, name, "names", "the champion's scores");
    }
}
