using System.Numerics;

namespace SynthMonitor.Drift.Statistics.Summaries;

/// <summary>What a column of 64-bit whole numbers holds, exactly.</summary>
/// <param name="Count">All rows.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Minimum">The smallest value, or null where there is none.</param>
/// <param name="Maximum">The greatest value, or null where there is none.</param>
/// <param name="Sum">The exact sum.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="DistinctAsDoubles">Different values once they are doubles: fewer, where identifiers beyond 2^53 would be confused.</param>
public sealed record WholeNumberSummary(int Count, int Missing, long? Minimum, long? Maximum, BigInteger Sum, int Distinct, int DistinctAsDoubles)
{
    /// <summary>Summarises values; null is missing.</summary>
    public static WholeNumberSummary Of(IReadOnlyCollection<long?> values)
    {
        long[] present = [.. values.OfType<long>()];
        return new(
            values.Count,
            values.Count - present.Length,
            present.Length == 0 ? null : present.Min(),
            present.Length == 0 ? null : present.Max(),
            present.Aggregate(BigInteger.Zero, (sum, value) => sum + value),
            present.Distinct().Count(),
            present.Select(value => (double)value).Distinct().Count());
    }
}
