namespace SynthMonitor.Drift.Statistics;

/// <summary>
/// Population stability index: <c>Σ (p − q) ln(p / q)</c>, the symmetrised Kullback–Leibler divergence, over shares with Jeffreys smoothing
/// <c>(count + ½) / (total + cells / 2)</c> on both sides, so that an empty cell makes it neither infinite nor dependent on a small constant.
/// Range [0, ∞). Null mean about <c>(B − 1)(1/N + 1/M)</c> over B cells (Yurdakul 2018): a value means nothing without it.
/// Cost: one logarithm per cell.
/// </summary>
public static class PopulationStabilityIndex
{
    /// <summary>The index.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var half = 0.5 * reference.Length;
        var sum = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            var p = (reference[cell] + 0.5) / (n + half);
            var q = (current[cell] + 0.5) / (m + half);
            sum += (p - q) * Math.Log(p / q);
        }

        return Estimate.Of(sum);
    }

    /// <summary>The index to expect from two samples of one distribution.</summary>
    /// <param name="cells">The number of cells.</param>
    /// <param name="referenceRows">The size of the reference.</param>
    /// <param name="currentRows">The size of the current sample.</param>
    public static Estimate NullMean(int cells, long referenceRows, long currentRows) =>
        referenceRows > 0 && currentRows > 0
            ? Estimate.Of((cells - 1) * ((1.0 / referenceRows) + (1.0 / currentRows)))
            : Estimate.Undefined("a sample is empty");
}
