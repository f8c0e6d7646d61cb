using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Levene's test of equal spread: an analysis of variance of the distances from each sample's centre, <c>z = |x − c|</c>,
/// <c>W = (N − 2) Σ n_i (z̄_i − z̄)² / ΣΣ (z_ij − z̄_i)²</c>. About the median (Brown and Forsythe) it holds for skewed values, about the mean it has
/// more power for symmetric ones. Assumes independent rows. Range [0, ∞), F with 1 and N − 2 degrees of freedom. Cost: a sort for medians.
/// Source: Levene 1960, Brown and Forsythe 1974; equal to scipy.stats.levene.
/// </summary>
public static class LeveneTest
{
    /// <summary>About the medians: the test of Brown and Forsythe.</summary>
    /// <param name="first">Finite values.</param>
    /// <param name="second">Another such sample.</param>
    /// <returns>Undefined where both samples are constant, or squares overflow.</returns>
    public static TestResult AboutMedians(ReadOnlySpan<double> first, ReadOnlySpan<double> second) => Test(first, second, Quantiles.Median);

    /// <summary>About the means: Levene's own.</summary>
    public static TestResult AboutMeans(ReadOnlySpan<double> first, ReadOnlySpan<double> second) =>
        Test(first, second, sample => Moments.Of(sample).Mean);

    private static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Func<double[], double> centre)
    {
        if ((SampleCheck.FiniteFault(first, 1) ?? SampleCheck.FiniteFault(second, 1)) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        double[] x = Distances([.. first], centre), y = Distances([.. second], centre);
        double n = x.Length, m = y.Length;
        var (meanFirst, meanSecond) = (PairwiseSum.Of(x) / n, PairwiseSum.Of(y) / m);
        var mean = ((n * meanFirst) + (m * meanSecond)) / (n + m);
        var between = (n * (meanFirst - mean) * (meanFirst - mean)) + (m * (meanSecond - mean) * (meanSecond - mean));
        var within = Squares(x, meanFirst) + Squares(y, meanSecond);
        var statistic = (n + m - 2) * between / within;
        return double.IsNaN(statistic)
            ? TestResult.Undefined("the samples have no spread, or one whose square is out of range")
            : TestResult.Of(statistic, n + m - 2, FisherF.UpperTail(statistic, 1, n + m - 2));
    }

    private static double[] Distances(double[] sample, Func<double[], double> centre)
    {
        var middle = centre(sample);
        return [.. sample.Select(value => Math.Abs(value - middle))];
    }

    private static double Squares(double[] values, double mean) =>
        PairwiseSum.Of([.. values.Select(value => (value - mean) * (value - mean))]);
}
