using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Brunner–Munzel test of stochastic equality, <c>P(x &lt; y) + ½ P(x = y) = ½</c>, which unlike Mann–Whitney's does not assume equal spread:
/// <c>W = nm (r̄_y − r̄_x) / ((n + m) √(n S_x + m S_y))</c> with pooled ranks r and the variances S of pooled less own ranks. Assumes independent
/// rows. Range (−∞, ∞), positive where the second sample is greater. P-value: Student's t with Satterthwaite's degrees of freedom, or the
/// normal law. Cost: a sort. Source: Brunner and Munzel 2000; equal to scipy.stats.brunnermunzel.
/// </summary>
public static class BrunnerMunzelTest
{
    /// <summary>Tests whether values of one sample tend to be greater.</summary>
    /// <param name="first">At least 2 values; infinite ones have their place in the order.</param>
    /// <param name="second">Another such sample.</param>
    /// <param name="alternative">Whether the first sample's values may be less, greater, or either.</param>
    /// <param name="isNormal">Whether the p-value is the normal law's, for large samples.</param>
    /// <returns>Where the samples do not overlap the statistic is infinite and has no p-value.</returns>
    public static TestResult Test(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided, bool isNormal = false)
    {
        if (PooledSamples.Of(first, second, out var reason, fewest: 2) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        double n = pooled.FirstRows, m = pooled.SecondRows;
        var (meanFirst, meanSecond) = MeanRanks(pooled);
        var (a, b) = Spread(pooled, meanFirst, meanSecond);
        var statistic = n * m * (meanSecond - meanFirst) / ((n + m) * Math.Sqrt((n * a) + (m * b)));
        if (double.IsNaN(statistic))
        {
            return TestResult.Undefined("all values are equal");
        }

        if (double.IsInfinity(statistic))
        {
            return new(Estimate.Of(statistic), 0, Estimate.Undefined("the samples do not overlap"));
        }

        var freedom = ((n * a) + (m * b)) * ((n * a) + (m * b)) / ((n * a * n * a / (n - 1)) + (m * b * m * b / (m - 1)));
        return isNormal
            ? TestResult.Of(statistic, Normal.PValue(-statistic, alternative))
            : TestResult.Of(statistic, freedom, StudentT.PValue(-statistic, freedom, alternative));
    }

    private static (double First, double Second) MeanRanks(PooledSamples pooled)
    {
        var (below, first, second) = (0L, 0.0, 0.0);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            var rank = pooled.MidRank(i, below);
            first += pooled.First[i] * rank;
            second += pooled.Second[i] * rank;
            below += pooled.First[i] + pooled.Second[i];
        }

        return (first / pooled.FirstRows, second / pooled.SecondRows);
    }

    /// <summary>The variances of pooled less own ranks in each sample.</summary>
    private static (double First, double Second) Spread(PooledSamples pooled, double meanFirst, double meanSecond)
    {
        var (centreFirst, centreSecond) = (meanFirst - ((pooled.FirstRows + 1) / 2.0), meanSecond - ((pooled.SecondRows + 1) / 2.0));
        var (belowFirst, belowSecond, first, second) = (0L, 0L, 0.0, 0.0);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            var rank = pooled.MidRank(i, belowFirst + belowSecond);
            var fromFirst = rank - (belowFirst + ((pooled.First[i] + 1) / 2.0)) - centreFirst;
            var fromSecond = rank - (belowSecond + ((pooled.Second[i] + 1) / 2.0)) - centreSecond;
            first += pooled.First[i] * fromFirst * fromFirst;
            second += pooled.Second[i] * fromSecond * fromSecond;
            belowFirst += pooled.First[i];
            belowSecond += pooled.Second[i];
        }

        return (first / (pooled.FirstRows - 1), second / (pooled.SecondRows - 1));
    }
}
