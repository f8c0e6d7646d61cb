using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Kuiper's test: <c>V = max (F − G) + max (G − F)</c>, as sensitive in the tails as in the middle, and on a circle the same wherever it is cut.
/// Assumes independent rows and continuous values. Range [0, 2). P-value: that of one sample of <c>nm / (n + m)</c> values. Cost: a sort.
/// Source: Kuiper 1960, Stephens 1965, Paltani 2004; equal to astropy.stats.kuiper_two, but never below 0 or above 1.
/// </summary>
public static class KuiperTest
{
    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="first">A sample; infinite values have their place in the order.</param>
    /// <param name="second">Another.</param>
    /// <returns>The p-value is undefined where the samples are too small for their distance.</returns>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        var (n, m) = ((long)pooled.FirstRows, (long)pooled.SecondRows);
        var (above, beneath, a, b) = (0L, 0L, 0L, 0L);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            a += pooled.First[i];
            b += pooled.Second[i];
            above = Math.Max(above, (a * m) - (b * n));
            beneath = Math.Max(beneath, (b * n) - (a * m));
        }

        var distance = (above + beneath) / ((double)n * m);
        return new(Estimate.Of(distance), 0, Kuiper.UpperTail(distance, (double)n * m / (n + m)));
    }
}
