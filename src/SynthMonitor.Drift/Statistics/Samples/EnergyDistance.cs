namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Energy distance of two samples: <c>√(2 ∫ (F − G)² dx) = √(2 E|X − Y| − E|X − X′| − E|Y − Y′|)</c>. Range [0, ∞), in the square root of the
/// values' unit. Null mean of its square: <c>2 (1/n + 1/m) ∫ H (1 − H) dx</c>. A p-value by <see cref="PermutationTest"/>. Cost: a sort. Source:
/// Székely and Rizzo 2013; equal to scipy.stats.energy_distance.
/// </summary>
public static class EnergyDistance
{
    /// <summary>The distance.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Another such sample.</param>
    public static Estimate Compute(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        Root(DistributionFunctions.Integrate(first, second, (f, g) => 2 * (f - g) * (f - g)));

    /// <summary>The root of the squared distance to expect from two samples of their pooled distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (n, m) = ((double)first.Length, (double)second.Length);
        return Root(DistributionFunctions.Integrate(first, second, (f, g) =>
        {
            var pooled = ((n * f) + (m * g)) / (n + m);
            return 2 * ((1 / n) + (1 / m)) * pooled * (1 - pooled);
        }));
    }

    private static Estimate Root(Estimate squared) => squared.Value is { } value ? Estimate.Of(Math.Sqrt(value)) : squared;
}
