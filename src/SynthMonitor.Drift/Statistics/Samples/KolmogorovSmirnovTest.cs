using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Two-sample Kolmogorov–Smirnov test: the greatest difference between the empirical distribution functions, <c>D = max |F − G|</c>, or of one
/// sign. Assumes independent rows and continuous values; with ties the p-value is too large, never too small. Range [0, 1]. Exact: the share of
/// interleavings with so great a difference, nm steps. Asymptotic: the law of one sample of <c>nm / (n + m)</c> values; one-sided, Hodges'
/// expansion. Equal to scipy.stats.ks_2samp.
/// </summary>
public static class KolmogorovSmirnovTest
{
    /// <summary>The greatest sample for which the exact law is used where the method is automatic.</summary>
    public const int LargestExact = 10_000;

    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="first">A sample; infinite values have their place in the order.</param>
    /// <param name="second">Another.</param>
    /// <param name="alternative">Whether F (of the first sample) may lie on either side of G, below it only or above it only.</param>
    /// <param name="method">How the p-value is found.</param>
    public static TestResult Test(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Alternative alternative = Alternative.TwoSided,
        PValueMethod method = PValueMethod.Automatic)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        var (n, m) = ((long)pooled.FirstRows, (long)pooled.SecondRows);
        var greatest = GreatestDifference(pooled, alternative);
        var distance = (double)greatest / (n * m);
        var isExact = method == PValueMethod.Exact || (method == PValueMethod.Automatic && Math.Max(n, m) <= LargestExact);
        var p = isExact ? Estimate.Of(TwoSampleKolmogorov.UpperTail(n, m, greatest, alternative == Alternative.TwoSided))
            : alternative == Alternative.TwoSided ? TwoSided(n, m, distance)
            : Estimate.Of(OneSided(n, m, distance));
        return new(Estimate.Of(distance), 0, p);
    }

    /// <summary>The limit law's p-value of a two-sided distance, <c>Q(√e D)</c> with <c>e = nm / (n + m)</c>.</summary>
    public static double Limit(long n, long m, double distance) => Kolmogorov.UpperTail(Math.Sqrt(Effective(n, m)) * distance);

    /// <summary>The limit law's p-value with Stephens' correction for small samples, <c>Q((√e + 0.12 + 0.11 / √e) D)</c> (Stephens 1970).</summary>
    public static double Stephens(long n, long m, double distance)
    {
        var root = Math.Sqrt(Effective(n, m));
        return Kolmogorov.UpperTail((root + 0.12 + (0.11 / root)) * distance);
    }

    private static double Effective(long n, long m) => (double)n * m / (n + m);

    private static Estimate TwoSided(long n, long m, double distance)
    {
        var effective = (long)Math.Round(Effective(n, m));
        return effective == 0
            ? Estimate.Undefined("the samples are too small for the limit law")
            : Estimate.Of(KolmogorovFinite.UpperTail(distance, effective));
    }

    private static double OneSided(long n, long m, double distance)
    {
        double large = Math.Max(n, m), small = Math.Min(n, m);
        var z = Math.Sqrt(Effective(n, m)) * distance;
        return Math.Min(1, Math.Exp((-2 * z * z) - (2 * z * (large + (2 * small)) / Math.Sqrt(large * small * (large + small)) / 3)));
    }

    /// <summary>The greatest difference, a whole number of steps of 1 / (nm).</summary>
    private static long GreatestDifference(PooledSamples pooled, Alternative alternative)
    {
        var (greatest, below, other) = (0L, 0L, 0L);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            below += pooled.First[i];
            other += pooled.Second[i];
            var difference = (below * pooled.SecondRows) - (other * pooled.FirstRows);
            greatest = Math.Max(greatest, alternative switch
            {
                Alternative.Greater => difference,
                Alternative.Less => -difference,
                _ => Math.Abs(difference),
            });
        }

        return greatest;
    }
}
