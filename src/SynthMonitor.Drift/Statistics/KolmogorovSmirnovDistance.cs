namespace SynthMonitor.Drift.Statistics;

/// <summary>
/// Kolmogorov–Smirnov distance on ordered cells: <c>max |F − G|</c> over the upper edges of the cells. Range [0, 1]; on cells never greater
/// than on the raw values. Cost: one pass, no logarithm.
/// </summary>
public static class KolmogorovSmirnovDistance
{
    /// <summary>The distance.</summary>
    /// <param name="reference">Counts in order of value.</param>
    /// <param name="current">Counts in order of value.</param>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var (below, belowCurrent, greatest) = (0L, 0L, 0.0);
        for (var cell = 0; cell < reference.Length; cell++)
        {
            below += reference[cell];
            belowCurrent += current[cell];
            greatest = Math.Max(greatest, Math.Abs(((double)below / n) - ((double)belowCurrent / m)));
        }

        return Estimate.Of(greatest);
    }
}
