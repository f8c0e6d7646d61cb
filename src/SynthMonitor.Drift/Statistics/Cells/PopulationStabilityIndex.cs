namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Population stability index: <c>Σ (p − q) ln(p / q)</c>, the symmetrised Kullback–Leibler divergence, over shares with Jeffreys smoothing
/// <c>(count + ½) / (total + cells / 2)</c> on both sides, so that an empty cell makes it neither infinite nor dependent on a small constant.
/// Range [0, ∞). Null mean about <c>(B − 1)(1/N + 1/M)</c> over B cells (Yurdakul 2018): a value means nothing without it.
/// Cost: one logarithm per cell.
/// </summary>
public static class PopulationStabilityIndex
{
    /// <summary>The index.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Smoothing smoothing = Smoothing.Jeffreys)
    {
        if (Shares.Of(reference, current, smoothing, out var p, out var q) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < p.Length; cell++)
        {
            sum += p[cell] == q[cell] ? 0 : (p[cell] - q[cell]) * Math.Log(p[cell] / q[cell]);
        }

        return Estimate.Of(sum);
    }

    /// <summary>The index less its null mean, at least 0: nearly unbiased where cells are well filled.</summary>
    public static Estimate Corrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        NullMoments.Less(Compute(reference, current), NullMean(reference.Length, TwoSamples.Sum(reference), TwoSamples.Sum(current)));

    /// <summary>The index to expect from two samples of one distribution.</summary>
    /// <param name="cells">The number of cells, at least 1.</param>
    /// <param name="referenceRows">The size of the reference.</param>
    /// <param name="currentRows">The size of the current sample.</param>
    public static Estimate NullMean(int cells, long referenceRows, long currentRows) =>
        NullMoments.Divergence(1, cells, referenceRows, currentRows);
}
