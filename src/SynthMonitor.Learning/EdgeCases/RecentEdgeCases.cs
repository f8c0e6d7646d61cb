using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Synthesis.EdgeCases;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>
/// Edge cases by a generator that is fitted on the recent rows: for the drifted value ranges that are given, and for the slices in which the
/// champion errs most; without any of these, rows like the recent ones. Outcomes are drawn by the generator, never by the champion.
/// </summary>
/// <param name="rows">The number of rows to make, at least 1; more than the default hardly change a model, as their weight is shared out.</param>
/// <param name="drifted">The edge cases of drifted value ranges, or null where none are known.</param>
public sealed class RecentEdgeCases(int rows = 5000, IReadOnlyList<EdgeCase>? drifted = null)
{
    /// <summary>Makes the rows; an <see cref="EdgeCaseMaker"/>.</summary>
    public Table? Make(EdgeCaseInput input, CancellationToken cancellationToken)
    {
        var outcomes = Outcomes.Of(input.Task, input.Recent);
        var errors = RowErrors.Of(input.Task, outcomes, input.Champion);
        var labelled = Enumerable.Range(0, errors.Length).Where(row => !double.IsNaN(outcomes[row])).ToArray();
        if (labelled.Length == 0)
        {
            return null;
        }

        var judged = labelled.Where(row => !double.IsNaN(errors[row])).ToArray();
        var recent = input.Recent.As(input.Recent.Schema.SetRole(input.Task.Target, ColumnRole.Target));
        var slices = HighErrorSlicePlanner.Find(recent.Take(judged), [.. judged.Select(row => errors[row])]);
        var generator = CartGenerator.Fit(recent.Take(labelled), cancellation: cancellationToken);
        var plans = EdgeCasePlanner.Plan([.. drifted ?? [], .. slices], rows);
        var made = EdgeCaseSampler.Sample(generator, plans, input.Seed, cancellation: cancellationToken).Table;
        return made.Rows == 0 ? null : made;
    }
}
