using System.Collections.Immutable;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.EdgeCases;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Commands.Learning;

/// <summary>
/// Makes synthetic edge cases out of recent real rows that are trained on: for the value ranges that gained rows, and for the slices in which
/// the champion errs most.
/// </summary>
/// <param name="change">How the recent rows differ from the old ones.</param>
/// <param name="task">What is to be predicted.</param>
/// <param name="championScores">What the champion says of the recent rows.</param>
/// <param name="seed">Another seed gives other rows.</param>
internal sealed class EdgeCaseMaking(Change change, LearningTask task, Predictions championScores, ulong seed)
{
    private const double FullError = 0.95;

    /// <summary>What came of each plan; empty before <see cref="Make"/>.</summary>
    public ImmutableArray<EdgeCaseOutcome> Outcomes { get; private set; } = [];

    /// <summary>Makes rows, as many as there are recent ones.</summary>
    /// <param name="recent">The first recent rows, as far as they are trained on.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Table? Make(Table recent, CancellationToken cancellation)
    {
        var errors = Errors(recent);
        int[] scored = [.. Enumerable.Range(0, recent.Rows).Where(row => !double.IsNaN(errors[row]))];
        var slices = HighErrorSlicePlanner.Find(recent.Take(scored), Array.ConvertAll(scored, row => errors[row]));
        var plans = EdgeCasePlanner.Plan([.. DriftedRangePlanner.Find(Drifted(recent)), .. slices], recent.Rows);
        var generator = CartGenerator.Fit(recent, new CartOptions { Target = task.Target }, null, cancellation);
        var made = EdgeCaseSampler.Sample(generator, plans, seed, null, cancellation);
        Outcomes = made.Outcomes;
        return made.Table.Rows == 0 ? null : made.Table;
    }

    private IEnumerable<DriftedColumn> Drifted(Table recent) => change.Columns
        .Where(name => recent.Find(name) is not null)
        .Select(name => (Column: recent[name].Schema, Index: change.Reference.Codebook.IndexOf(name)))
        .Select(item => new DriftedColumn(
            item.Column, change.Reference.Codebook.Columns[item.Index], [.. change.Reference.Profile[item.Index]], [.. change.Current[item.Index]]));

    /// <summary>For each row how wrong the champion was, 0 … 1; NaN where that is not known.</summary>
    private double[] Errors(Table recent)
    {
        var outcomes = SynthMonitor.Learning.Tasks.Outcomes.Of(task, recent);
        double[] errors = [.. Enumerable.Range(0, recent.Rows).Select(row => ErrorOf(outcomes[row], championScores[row]))];
        if (task.Kind != TaskKind.Regression)
        {
            return errors;
        }

        double[] sorted = [.. errors.Where(double.IsFinite).Order()];
        var full = sorted.Length == 0 ? 0 : sorted[(int)(FullError * (sorted.Length - 1))];
        return Array.ConvertAll(errors, error => double.IsNaN(error) ? error : full > 0 ? Math.Min(1, error / full) : 0);
    }

    private double ErrorOf(double outcome, ReadOnlySpan<double> values) => double.IsNaN(outcome) || double.IsNaN(values[0]) ? double.NaN
        : task.Kind == TaskKind.Regression ? Math.Abs(outcome - values[0])
        : Math.Clamp(task.Kind == TaskKind.Multiclass ? 1 - values[(int)outcome] : Math.Abs(outcome - values[0]), 0, 1);
}
