using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Kruskal–Wallis test of location by pooled ranks, <c>H = 12 / (N (N + 1)) Σ R_i² / n_i − 3 (N + 1)</c>, divided by the correction for ties. Of
/// two samples it is Mann–Whitney's z² without continuity. Assumes independent rows. Range [0, ∞), χ² with 1 degree of freedom. Cost: a sort.
/// Source: Kruskal and Wallis 1952; equal to scipy.stats.kruskal.
/// </summary>
public static class KruskalWallisTest
{
    /// <summary>Tests whether values of one sample tend to be greater.</summary>
    /// <param name="first">A sample; infinite values have their place in the order.</param>
    /// <param name="second">Another.</param>
    /// <returns>Undefined where all values are equal.</returns>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        if (pooled.Values.Length == 1)
        {
            return TestResult.Undefined("all values are equal");
        }

        double n = pooled.FirstRows, m = pooled.SecondRows, total = n + m;
        var (below, sum) = (0L, 0.0);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            sum += pooled.First[i] * (pooled.MidRank(i, below) - ((total + 1) / 2));
            below += pooled.First[i] + pooled.Second[i];
        }

        var ties = 1 - (pooled.TieTerm() / ((total * total * total) - total));
        var statistic = 12 / (total * (total + 1)) * sum * sum * ((1 / n) + (1 / m)) / ties;
        return TestResult.Of(statistic, 1, ChiSquared.UpperTail(statistic, 1));
    }
}
