namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// The power divergence tests of homogeneity of two samples of counts: <c>2 / (λ (λ + 1)) Σ O ((O / E)^λ − 1)</c> with <c>E</c> from the pooled
/// shares. λ = 1 is Pearson's χ², <c>Σ (O − E)² / E</c>; ⅔ Cressie and Read's; −½ Freeman and Tukey's; −2 Neyman's; −1 the modified likelihood
/// ratio; in the limit 0, <see cref="GTest"/>. Null distribution: χ² with (cells that occur − 1) degrees of freedom, which is also its null mean;
/// of Pearson's exactly, times T / (T − 1). Range [0, ∞). Cost: two powers per cell. Source: Cressie and Read 1984; equal to
/// scipy.stats.chi2_contingency.
/// </summary>
public static class PowerDivergenceTest
{
    /// <summary>λ of Cressie and Read's.</summary>
    public const double CressieRead = 2.0 / 3;

    /// <summary>λ of Freeman and Tukey's.</summary>
    public const double FreemanTukey = -0.5;

    /// <summary>λ of the modified likelihood ratio.</summary>
    public const double ModifiedLikelihood = -1;

    /// <summary>λ of Neyman's.</summary>
    public const double Neyman = -2;

    /// <summary>Pearson's χ² test.</summary>
    /// <param name="reference">Counts.</param>
    /// <param name="current">Counts over the same cells.</param>
    /// <param name="isCorrected">Whether counts of two cells are corrected for continuity (Yates).</param>
    public static TestResult Pearson(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, bool isCorrected = false) =>
        Homogeneity.Test(reference, current, (observed, expected) => (observed - expected) * (observed - expected) / expected, isCorrected);

    /// <summary>The test of some λ.</summary>
    /// <param name="reference">Counts.</param>
    /// <param name="current">Counts over the same cells.</param>
    /// <param name="lambda">Anything but 0, which is <see cref="GTest"/>. Below 0, a cell that one sample lacks leaves the test undefined.</param>
    /// <param name="isCorrected">Whether counts of two cells are corrected for continuity (Yates).</param>
    public static TestResult Test(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, double lambda, bool isCorrected = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lambda);
        return lambda == 1 ? Pearson(reference, current, isCorrected)
            : lambda == ModifiedLikelihood ? Homogeneity.Test(reference, current, (observed, expected) =>
                observed == 0 ? double.PositiveInfinity : 2 * expected * Math.Log(expected / observed), isCorrected)
            : Homogeneity.Test(reference, current, (observed, expected) =>
                2 / (lambda * (lambda + 1)) * observed * (Math.Pow(observed / expected, lambda) - 1), isCorrected);
    }
}
