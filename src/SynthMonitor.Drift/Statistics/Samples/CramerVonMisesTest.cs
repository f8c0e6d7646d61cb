using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Two-sample Cramér–von Mises test: the squared difference of the distribution functions over the pooled values,
/// <c>T = nm / (n + m)² Σ (F − G)²</c>, by midranks where values are tied. Assumes independent rows and continuous values. Range [0, ∞). Exact:
/// counted over all interleavings. Asymptotic: the limit law at Anderson's scaled statistic. Cost: a sort. Source: Anderson 1962; Xiao, Gordon
/// and Yakovlev 2007. Equal to scipy.stats.cramervonmises_2samp, but for that package's series ending at terms of 1e-7.
/// </summary>
public static class CramerVonMisesTest
{
    /// <summary>The greatest sample for which the exact law is used where the method is automatic.</summary>
    public const int LargestExact = 20;

    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="first">At least 2 values; infinite ones have their place in the order.</param>
    /// <param name="second">Another sample.</param>
    /// <param name="method">How the p-value is found.</param>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, PValueMethod method = PValueMethod.Automatic)
    {
        if (PooledSamples.Of(first, second, out var reason, fewest: 2) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        double n = pooled.FirstRows, m = pooled.SecondRows;
        var u = RankStatistic(pooled);
        var statistic = (u / (n * m * (n + m))) - (((4 * n * m) - 1) / (6 * (n + m)));
        var isExact = method == PValueMethod.Exact || (method == PValueMethod.Automatic && Math.Max(n, m) <= LargestExact);
        return isExact && !TwoSampleCramerVonMises.IsFeasible(pooled.FirstRows, pooled.SecondRows)
            ? new(Estimate.Of(statistic), 0, Estimate.Undefined("the samples are too large for the exact law"))
            : TestResult.Of(statistic, isExact
                ? TwoSampleCramerVonMises.UpperTail(pooled.FirstRows, pooled.SecondRows, u)
                : SquaredNormals.CramerVonMises(Scaled(statistic, n, m)));
    }

    /// <summary>The statistic with the mean and variance of the limit law (Anderson 1962).</summary>
    /// <param name="statistic">T.</param>
    /// <param name="n">The size of the first sample.</param>
    /// <param name="m">The size of the second.</param>
    public static double Scaled(double statistic, double n, double m)
    {
        var total = n + m;
        var mean = (1 + (1 / total)) / 6;
        var variance = (total + 1) * ((4 * n * m * total) - (3 * ((n * n) + (m * m))) - (2 * n * m)) / (45 * total * total * 4 * n * m);
        return (1.0 / 6) + ((statistic - mean) / Math.Sqrt(45 * variance));
    }

    /// <summary><c>n Σ (r_i − i)² + m Σ (s_j − j)²</c> with the pooled ranks r and s of the i-th and j-th smallest.</summary>
    private static double RankStatistic(PooledSamples pooled)
    {
        var (below, belowFirst, belowSecond) = (0L, 0L, 0L);
        var (sumFirst, sumSecond) = (0.0, 0.0);
        for (var place = 0; place < pooled.Values.Length; place++)
        {
            var rank = pooled.MidRank(place, below);
            sumFirst += SquaredDistances(rank - belowFirst, pooled.First[place]);
            sumSecond += SquaredDistances(rank - belowSecond, pooled.Second[place]);
            belowFirst += pooled.First[place];
            belowSecond += pooled.Second[place];
            below = belowFirst + belowSecond;
        }

        return (pooled.FirstRows * sumFirst) + (pooled.SecondRows * sumSecond);
    }

    /// <summary><c>Σ (r − k)²</c> for k from 1 to a count.</summary>
    private static double SquaredDistances(double rank, double count) =>
        count * (((rank - ((count + 1) / 2)) * (rank - ((count + 1) / 2))) + (((count * count) - 1) / 12));
}
