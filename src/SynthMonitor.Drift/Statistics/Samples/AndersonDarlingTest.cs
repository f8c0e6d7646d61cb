using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>
/// Two-sample Anderson–Darling test, for ties by midranks: the squared difference of the distribution functions, weighted most where they are
/// near 0 and 1, <c>A² = n_e ∫ (F − G)² / (H (1 − H)) dH</c>, brought to mean 0 and deviation 1 at these sizes. Assumes independent rows. Range
/// about [−1.3, ∞). P-value: the limit law of A², standardised alike, <c>Σ Z_j² / (j (j + 1))</c>, not clipped. Cost: a sort. Source: Pettitt
/// 1976; Scholz and Stephens 1987, equations 6 and 7. The statistic is that of scipy.stats.anderson_ksamp.
/// </summary>
public static class AndersonDarlingTest
{
    /// <summary>The variance of the limit law, <c>2 Σ 1 / (j (j + 1))² = 2 (π² / 3 − 3)</c>.</summary>
    private static readonly double LimitVariance = 2 * ((Math.PI * Math.PI / 3) - 3);

    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="first">A sample; infinite values have their place in the order.</param>
    /// <param name="second">Another.</param>
    /// <param name="isMidrank">Whether the distribution functions are taken in the middle of their steps; else at their right ends.</param>
    /// <returns>Undefined where all values are equal, or both samples have one value.</returns>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, bool isMidrank = true)
    {
        if (PooledSamples.Of(first, second, out var reason) is not { } pooled)
        {
            return TestResult.Undefined(reason!);
        }

        if (pooled.Values.Length < 2 || pooled.Rows < 4)
        {
            return TestResult.Undefined(pooled.Rows < 4 ? "there are fewer than 4 values" : "all values are equal");
        }

        var standardised = ((isMidrank ? AtMidranks(pooled) : AtRightEnds(pooled)) - 1) / Math.Sqrt(Variance(pooled.FirstRows, pooled.SecondRows));
        return TestResult.Of(standardised, SquaredNormals.AndersonDarling(1 + (standardised * Math.Sqrt(LimitVariance))));
    }

    /// <summary>
    /// The p-value that Scholz and Stephens interpolate for the standardised statistic between 0.001 and 0.25, where they clip it: exp of the
    /// parabola through the logarithms of the levels of their table, for two samples.
    /// </summary>
    public static double Interpolated(double standardised)
    {
        var (critical, levels) = (CriticalValues, Levels);
        if (standardised < critical[0] || standardised > critical[^1])
        {
            return standardised < critical[0] ? levels[0] : levels[^1];
        }

        var parabola = MathNet.Numerics.Fit.Polynomial(critical, [.. levels.Select(level => Math.Log(level))], 2);
        return Math.Exp(MathNet.Numerics.Polynomial.Evaluate(standardised, parabola));
    }

    /// <summary>The levels of Scholz and Stephens' table, falling.</summary>
    public static double[] Levels => [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];

    /// <summary>The standardised statistics at <see cref="Levels"/>, for two samples.</summary>
    public static double[] CriticalValues => [0.325, 1.226, 1.961, 2.718, 3.752, 4.592, 6.546];

    private static double AtMidranks(PooledSamples pooled)
    {
        double n = pooled.FirstRows, m = pooled.SecondRows, total = n + m;
        var (below, belowFirst, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i < pooled.Values.Length; i++)
        {
            double ties = pooled.First[i] + pooled.Second[i];
            var (middle, middleFirst) = (below + (ties / 2), belowFirst + (pooled.First[i] / 2.0));
            var difference = (total * middleFirst) - (n * middle);
            sum += ties / total * difference * difference / ((middle * (total - middle)) - (total * ties / 4));
            below += ties;
            belowFirst += pooled.First[i];
        }

        return (total - 1) / total * sum * ((1 / n) + (1 / m));
    }

    private static double AtRightEnds(PooledSamples pooled)
    {
        double n = pooled.FirstRows, m = pooled.SecondRows, total = n + m;
        var (below, belowFirst, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i + 1 < pooled.Values.Length; i++)
        {
            double ties = pooled.First[i] + pooled.Second[i];
            below += ties;
            belowFirst += pooled.First[i];
            var difference = (total * belowFirst) - (n * below);
            sum += ties / total * difference * difference / (below * (total - below));
        }

        return sum * ((1 / n) + (1 / m));
    }

    /// <summary>The variance of the statistic for two samples of these sizes (Scholz and Stephens, equation 4).</summary>
    private static double Variance(int n, int m)
    {
        double total = n + m, inverse = (1.0 / n) + (1.0 / m);
        var (harmonic, g, partial) = (0.0, 0.0, 0.0);
        for (var i = 1; i < n + m; i++)
        {
            harmonic += 1.0 / i;
        }

        // Σ_{i=1}^{N−2} Σ_{j=i+1}^{N−1} 1 / ((N − i) j), with the inner sum kept from the last i down.
        for (var i = n + m - 2; i >= 1; i--)
        {
            partial += 1.0 / (i + 1);
            g += partial / (total - i);
        }

        const double k = 2;
        var a = (((4 * g) - 6) * (k - 1)) + ((10 - (6 * g)) * inverse);
        var b = (((2 * g) - 4) * k * k) + (8 * harmonic * k) + (((2 * g) - (14 * harmonic) - 4) * inverse) - (8 * harmonic) + (4 * g) - 6;
        var c = (((6 * harmonic) + (2 * g) - 2) * k * k) + (((4 * harmonic) - (4 * g) + 6) * k) + (((2 * harmonic) - 6) * inverse) + (4 * harmonic);
        var d = (((2 * harmonic) + 6) * k * k) - (4 * harmonic * k);
        return ((a * total * total * total) + (b * total * total) + (c * total) + d) / ((total - 1) * (total - 2) * (total - 3));
    }
}
