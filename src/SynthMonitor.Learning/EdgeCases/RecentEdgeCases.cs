using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.EdgeCases;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>
/// Edge cases by a generator that is fitted on the recent rows: for the drifted value ranges that are given, and for the slices in which the
/// champion errs most; without any of these, rows like the recent ones. Outcomes are drawn by the generator, never by the champion.
/// </summary>
public static class RecentEdgeCases
{
    /// <summary>The number of rows to make unless another is asked for; more hardly change a model, as their weight is shared out.</summary>
    public const int DefaultRows = 5000;

    /// <summary>Makes rows.</summary>
    /// <param name="input">What they are made from.</param>
    /// <param name="drifted">The edge cases of drifted value ranges; empty where none are known.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InputException">No recent row has an outcome.</exception>
    public static EdgeCaseRows Make(EdgeCaseInput input, IEnumerable<EdgeCase> drifted, int rows = DefaultRows, CancellationToken cancellationToken = default)
    {
        var outcomes = Outcomes.Of(input.Task, input.Recent);
        var errors = RowErrors.Of(input.Task, outcomes, input.Champion);
        var labelled = Enumerable.Range(0, errors.Length).Where(row => !double.IsNaN(outcomes[row])).ToArray();
        var judged = labelled.Where(row => !double.IsNaN(errors[row])).ToArray();
        var recent = input.Recent.As(input.Recent.Schema.SetRole(input.Task.Target, ColumnRole.Target));
        var slices = HighErrorSlicePlanner.Find(recent.Take(judged), Array.ConvertAll(judged, row => errors[row]));
        var generator = CartGenerator.Fit(recent.Take(labelled), cancellation: cancellationToken);
        var plans = EdgeCasePlanner.Plan([.. drifted, .. slices], rows);
        return EdgeCaseSampler.Sample(generator, plans, input.Seed, cancellation: cancellationToken);
    }
}
