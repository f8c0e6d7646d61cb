using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Makes the rows of plans.</summary>
public static class EdgeCaseSampler
{
    /// <summary>Draws the rows of each plan. A plan whose conditions no row can meet makes none; its outcome says why.</summary>
    /// <param name="generator">A generator that was fitted on recent real rows.</param>
    /// <param name="plans">The plans.</param>
    /// <param name="seed">Another seed gives other rows.</param>
    /// <param name="progress">Told the number of rows done so far, or null.</param>
    /// <param name="cancellation">Stops drawing.</param>
    public static EdgeCaseRows Sample(
        IGenerator generator,
        IEnumerable<EdgeCasePlan> plans,
        ulong seed,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var table = generator.Sample(0, seed, cancellation: cancellation);
        var planOfRow = ImmutableArray.CreateBuilder<string>();
        var outcomes = ImmutableArray.CreateBuilder<EdgeCaseOutcome>();
        foreach (var plan in plans)
        {
            var planSeed = new KeyedRandom(seed, (ulong)outcomes.Count).NextUInt64();
            var request = new SampleRequest(plan.Rows, planSeed, plan.Conditions, FirstRow: table.Rows);
            try
            {
                var sampled = generator.Draw(request, new Offset(progress, table.Rows), cancellation);
                table = table.Append(sampled.Table);
                planOfRow.AddRange(Enumerable.Repeat(plan.Name, plan.Rows));
                outcomes.Add(new EdgeCaseOutcome(plan, plan.Rows, sampled.EffectiveSampleSize, null));
            }
            catch (InputException exception)
            {
                outcomes.Add(new EdgeCaseOutcome(plan, 0, 0, exception.Message));
            }
        }

        return new EdgeCaseRows(table, planOfRow.ToImmutable(), outcomes.ToImmutable());
    }

    private sealed class Offset(IProgress<long>? progress, long rows) : IProgress<long>
    {
        public void Report(long value) => progress?.Report(rows + value);
    }
}
