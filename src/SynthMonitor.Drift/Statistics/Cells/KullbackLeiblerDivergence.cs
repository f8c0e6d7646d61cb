namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Kullback–Leibler divergence of the reference p from the current sample q: <c>Σ p ln(p / q)</c>, in nats; exchange the samples for the other
/// direction. Range [0, ∞), infinite without smoothing where a cell of p is empty in q. Null mean about <c>(B − 1)(1/N + 1/M) / 2</c> over B
/// cells. Cost: one logarithm per cell. Source: Kullback and Leibler 1951.
/// </summary>
public static class KullbackLeiblerDivergence
{
    /// <summary>The divergence.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Smoothing smoothing = Smoothing.Jeffreys)
    {
        if (Shares.Of(reference, current, smoothing, out var p, out var q) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < p.Length; cell++)
        {
            sum += p[cell] == 0 ? 0 : p[cell] * Math.Log(p[cell] / q[cell]);
        }

        return Estimate.Of(sum);
    }

    /// <summary>The divergence less its null mean, at least 0.</summary>
    public static Estimate Corrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        NullMoments.Less(Compute(reference, current), NullMean(reference.Length, TwoSamples.Sum(reference), TwoSamples.Sum(current)));

    /// <summary>The divergence to expect from two samples of one distribution.</summary>
    public static Estimate NullMean(int cells, long referenceRows, long currentRows) =>
        NullMoments.Divergence(0.5, cells, referenceRows, currentRows);
}
