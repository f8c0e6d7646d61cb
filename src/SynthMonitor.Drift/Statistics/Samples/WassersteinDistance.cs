namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// First Wasserstein (earth mover's) distance of two samples: <c>∫ |F − G| dx</c>, how far values have to move on average. In the unit of the
/// values; divide by a standard deviation to compare columns. Range [0, ∞). Null mean about <c>√(2/π) √(1/n + 1/m) ∫ √(H (1 − H)) dx</c>.
/// Cost: a sort. Equal to scipy.stats.wasserstein_distance.
/// </summary>
public static class WassersteinDistance
{
    /// <summary>The distance.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Another such sample.</param>
    public static Estimate Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        DistributionFunctions.Integrate(first, second, (f, g) => Math.Abs(f - g));

    /// <summary>The distance to expect from two samples of their pooled distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (n, m) = ((double)first.Length, (double)second.Length);
        var scale = Math.Sqrt(2 / Math.PI * ((1 / n) + (1 / m)));
        return DistributionFunctions.Integrate(first, second, (f, g) =>
        {
            var pooled = ((n * f) + (m * g)) / (n + m);
            return scale * Math.Sqrt(Math.Max(0, pooled * (1 - pooled)));
        });
    }
}
