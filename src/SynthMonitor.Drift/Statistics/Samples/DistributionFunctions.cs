namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>Integrals over two empirical distribution functions.</summary>
internal static class DistributionFunctions
{
    /// <summary><c>∫ f(F(x), G(x)) dx</c> between the smallest and the greatest value. Undefined where values are not finite.</summary>
    public static Estimate Integrate(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<double, double, double> integrand)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return Estimate.Undefined(reason!);
        }

        if (pooled.HasInfinities)
        {
            return Estimate.Undefined("a sample holds infinite values");
        }

        var (below, other, sum) = (0L, 0L, 0.0);
        for (var i = 0; i + 1 < pooled.Values.Length; i++)
        {
            below += pooled.First[i];
            other += pooled.Second[i];
            sum += integrand((double)below / pooled.FirstRows, (double)other / pooled.SecondRows) * (pooled.Values[i + 1] - pooled.Values[i]);
        }

        return Estimate.Of(sum);
    }
}
