namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// How much two samples overlap: the coefficient <c>BC = Σ √(p q)</c>, range [0, 1], and its distance <c>−ln BC</c>, range [0, ∞]. Null mean of
/// the distance about <c>(B − 1)(1/N + 1/M) / 8</c> over B cells. Cost: one root per cell. Source: Bhattacharyya 1943.
/// </summary>
public static class Bhattacharyya
{
    /// <summary>The coefficient.</summary>
    public static Estimate Coefficient(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            sum += Math.Sqrt((double)reference[cell] / n * current[cell] / m);
        }

        return Estimate.Of(Math.Min(1, sum));
    }

    /// <summary>The distance, by <c>−ln(1 − h) = 2 artanh(h / (2 − h))</c> of the squared Hellinger distance h, which keeps its digits.</summary>
    public static Estimate Distance(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        HellingerDistance.Squared(reference, current) is { Value: { } squared }
            ? Estimate.Of(2 * Math.Atanh(squared / (2 - squared)))
            : Coefficient(reference, current);

    /// <summary>The distance less its null mean, at least 0.</summary>
    public static Estimate Corrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        NullMoments.Less(Distance(reference, current), NullMean(reference.Length, TwoSamples.Sum(reference), TwoSamples.Sum(current)));

    /// <summary>The distance to expect from two samples of one distribution.</summary>
    public static Estimate NullMean(int cells, long referenceRows, long currentRows) =>
        NullMoments.Divergence(1.0 / 8, cells, referenceRows, currentRows);
}
