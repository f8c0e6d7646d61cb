namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Kolmogorov–Smirnov distance on ordered cells: <c>max |F − G|</c> over the upper edges of the cells. Range [0, 1]; on cells never greater
/// than on the raw values. Null mean at most <c>√(π/2) ln 2 √(1/N + 1/M)</c>, which it is for continuous values. Cost: one pass, no logarithm.
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

    /// <summary>The greatest distance to expect from two samples of one distribution: that of continuous values.</summary>
    public static Estimate NullMean(long referenceRows, long currentRows) => referenceRows > 0 && currentRows > 0
        ? Estimate.Of(Math.Sqrt(Math.PI / 2 * ((1.0 / referenceRows) + (1.0 / currentRows))) * Math.Log(2))
        : Estimate.Undefined("a sample is empty");
}
