using MathNet.Numerics.LinearAlgebra;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Epps–Singleton test: the empirical characteristic functions at a few points t, in units of the pooled semi-interquartile range. With the
/// mean difference d of <c>(cos tx, sin tx)</c> and its covariance Σ, <c>W = N dᵀ Σ⁻ d</c>, damped for fewer than 25 values. For discrete values
/// too. Assumes independent rows. Range [0, ∞), χ² with the rank of Σ. Cost: one pass, a sort for the quartiles. Source: Epps and Singleton
/// 1986; equal to scipy.stats.epps_singleton_2samp.
/// </summary>
public static class EppsSingletonTest
{
    /// <summary>The fewest values that a sample may have.</summary>
    public const int Fewest = 5;

    private const int Few = 25;

    /// <summary>Variances of waves of amplitude 1 below this are rounding alone.</summary>
    private const double Rounding = 1e-24;

    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="first">At least <see cref="Fewest"/> finite values.</param>
    /// <param name="second">Another such sample.</param>
    /// <param name="points">The points t, above 0; null for 0.4 and 0.8.</param>
    /// <returns>Undefined where the middle half of the values are equal, or nothing varies in either sample.</returns>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, IReadOnlyList<double>? points = null)
    {
        points ??= [0.4, 0.8];
        if ((SampleCheck.FiniteFault(first, Fewest) ?? SampleCheck.FiniteFault(second, Fewest)) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        double[] pooled = [.. first, .. second];
        Array.Sort(pooled);
        var range = (Quantiles.Linear(pooled, 0.75) - Quantiles.Linear(pooled, 0.25)) / 2;
        if (range == 0)
        {
            return TestResult.Undefined("the middle half of the values are equal");
        }

        double n = first.Length, m = second.Length, total = n + m;
        var (x, y) = (Waves(first, points, range), Waves(second, points, range));
        var covariance = (total / n * Covariance(x)) + (total / m * Covariance(y));
        if (covariance.InfinityNorm() < Rounding)
        {
            return TestResult.Undefined("both samples are constant");
        }

        var inverse = covariance.PseudoInverse();
        var rank = inverse.Rank();
        var difference = (x.ColumnSums() / n) - (y.ColumnSums() / m);
        var statistic = Math.Max(0, total * difference.DotProduct(inverse * difference));
        statistic *= Math.Max(n, m) < Few ? 1 / (1 + Math.Pow(total, -0.45) + (10.1 * (Math.Pow(n, -1.7) + Math.Pow(m, -1.7)))) : 1;
        return TestResult.Of(statistic, rank, ChiSquared.UpperTail(statistic, rank));
    }

    private static Matrix<double> Waves(ReadOnlySpan<double> sample, IReadOnlyList<double> points, double range)
    {
        var waves = Matrix<double>.Build.Dense(sample.Length, 2 * points.Count);
        for (var row = 0; row < sample.Length; row++)
        {
            for (var i = 0; i < points.Count; i++)
            {
                (waves[row, points.Count + i], waves[row, i]) = Math.SinCos(points[i] / range * sample[row]);
            }
        }

        return waves;
    }

    /// <summary>The covariance with divisor n.</summary>
    private static Matrix<double> Covariance(Matrix<double> waves)
    {
        var means = waves.ColumnSums() / waves.RowCount;
        var centred = waves.MapIndexed((_, column, value) => value - means[column]);
        return centred.TransposeThisAndMultiply(centred) / waves.RowCount;
    }
}
