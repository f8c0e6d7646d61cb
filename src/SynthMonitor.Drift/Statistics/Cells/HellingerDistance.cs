namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Hellinger distance: <c>√(½ Σ (√p − √q)²) = √(1 − BC)</c> with Bhattacharyya's coefficient. Range [0, 1]. Null mean about
/// <c>√((B − 1)(1/N + 1/M) / 8)</c> over B cells. Cost: two roots per cell. Source: Hellinger 1909.
/// </summary>
public static class HellingerDistance
{
    /// <summary>The distance.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) => NullMoments.Root(Squared(reference, current));

    /// <summary>The distance, chance taken off: <c>√(d² − d₀²)</c> with the null mean d₀, 0 where d is less.</summary>
    public static Estimate Corrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) => NullMoments.Root(NullMoments.Less(
        Squared(reference, current),
        NullMoments.Divergence(1.0 / 8, reference.Length, TwoSamples.Sum(reference), TwoSamples.Sum(current))));

    /// <summary>The distance to expect from two samples of one distribution.</summary>
    public static Estimate NullMean(int cells, long referenceRows, long currentRows) =>
        NullMoments.Root(NullMoments.Divergence(1.0 / 8, cells, referenceRows, currentRows));

    /// <summary>The square, as a sum of squares, which keeps its digits where the samples hardly differ.</summary>
    internal static Estimate Squared(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var (sum, overlap) = (0.0, false);
        for (var cell = 0; cell < reference.Length; cell++)
        {
            var difference = Math.Sqrt((double)reference[cell] / n) - Math.Sqrt((double)current[cell] / m);
            sum += difference * difference;
            overlap |= reference[cell] > 0 && current[cell] > 0;
        }

        return Estimate.Of(overlap ? Math.Min(1, sum / 2) : 1);
    }
}
