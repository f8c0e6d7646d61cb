using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Mann–Whitney (Wilcoxon rank-sum) test of location: <c>U = #{x > y} + ½ #{x = y}</c> over all pairs. Assumes independent rows; sensitive to
/// one sample lying above the other, blind to a change of spread. Range [0, nm]; <c>U / (nm)</c> is the effect, the area under the ROC curve.
/// Exact: the law without ties. Asymptotic: the normal law, its variance corrected for ties. Cost: a sort. Source: Mann and Whitney 1947; equal
/// to scipy.stats.mannwhitneyu.
/// </summary>
public static class MannWhitneyTest
{
    /// <summary>The smaller sample's greatest size for which the exact law is used where the method is automatic and nothing is tied.</summary>
    public const int LargestExact = 8;

    /// <summary>Tests whether values of one sample tend to be greater.</summary>
    /// <param name="first">A sample; infinite values have their place in the order.</param>
    /// <param name="second">Another.</param>
    /// <param name="alternative">Whether the first sample's values may be greater, less, or either.</param>
    /// <param name="method">How the p-value is found.</param>
    /// <param name="isContinuous">Whether the normal law is taken half a step nearer the middle (Yates), as is right where values are not tied.</param>
    /// <returns>The statistic is U of the first sample. The p-value is undefined where all values are equal.</returns>
    public static TestResult Test(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Alternative alternative = Alternative.TwoSided,
        PValueMethod method = PValueMethod.Automatic,
        bool isContinuous = true)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        var u = Statistic(pooled);
        double pairs = (double)pooled.FirstRows * pooled.SecondRows;
        var extreme = alternative switch
        {
            Alternative.Greater => u,
            Alternative.Less => pairs - u,
            _ => Math.Max(u, pairs - u),
        };
        var isExact = method == PValueMethod.Exact
            || (method == PValueMethod.Automatic && !pooled.HasTies && Math.Min(pooled.FirstRows, pooled.SecondRows) <= LargestExact);
        var tail = isExact ? Exact(pooled, extreme) : Asymptotic(pooled, extreme, isContinuous);
        var sides = alternative == Alternative.TwoSided ? 2 : 1;
        return new(Estimate.Of(u), 0, tail.Value is { } p ? Estimate.Of(Math.Min(1, sides * p)) : tail);
    }

    /// <summary>The probability that a value of the first sample is greater than one of the second, ties counted half. Range [0, 1].</summary>
    public static Estimate AreaUnderCurve(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        PooledSamples.Of(first, second, out var reason) is { } pooled
            ? Estimate.Of(Statistic(pooled) / ((double)pooled.FirstRows * pooled.SecondRows))
            : Estimate.Undefined(reason!);

    private static double Statistic(PooledSamples pooled)
    {
        var (twice, below) = (0L, 0L);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            twice += pooled.First[i] * ((2 * below) + pooled.Second[i]);
            below += pooled.Second[i];
        }

        return twice / 2.0;
    }

    private static Estimate Exact(PooledSamples pooled, double extreme) => RankSum.IsFeasible(pooled.FirstRows, pooled.SecondRows)
        ? Estimate.Of(RankSum.UpperTail(pooled.FirstRows, pooled.SecondRows, (long)extreme))
        : Estimate.Undefined("the samples are too large for the exact law");

    private static Estimate Asymptotic(PooledSamples pooled, double extreme, bool isContinuous)
    {
        double n = pooled.FirstRows, m = pooled.SecondRows, total = n + m;
        var variance = n * m / 12 * (total + 1 - (pooled.TieTerm() / (total * (total - 1))));
        var above = extreme - (n * m / 2) - (isContinuous ? 0.5 : 0);
        return variance > 0 ? Estimate.Of(Normal.UpperTail(above / Math.Sqrt(variance)))
            : above < 0 ? Estimate.Of(1)
            : Estimate.Undefined("all values are equal");
    }
}
