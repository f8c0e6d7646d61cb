using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// The likelihood-ratio test of homogeneity of two samples of counts: <c>G = 2 Σ O ln(O / E)</c> over both samples and all cells, with
/// <c>E</c> from the pooled shares and <c>0 ln 0 = 0</c>. Null distribution: χ² with (cells that occur − 1) degrees of freedom, which is also its
/// null mean, good where expected counts are 5 or more. Range [0, ∞). Both samples are samples: the reference is not taken as exact. Cost: two
/// logarithms per cell. Source: Sokal and Rohlf, Biometry; equal to scipy.stats.chi2_contingency(lambda_="log-likelihood").
/// </summary>
public static class GTest
{
    /// <summary>Tests whether both samples share one distribution.</summary>
    /// <param name="reference">Counts.</param>
    /// <param name="current">Counts over the same cells.</param>
    /// <param name="isCorrected">Whether counts of two cells are corrected for continuity (Yates).</param>
    public static TestResult Test(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, bool isCorrected = false) => Homogeneity.Test(
        reference, current, (observed, expected) => observed == 0 ? 0 : 2 * observed * Math.Log(observed / expected), isCorrected);

    /// <summary>
    /// The test with Williams' correction, <c>G / q</c>, <c>q = 1 + (T Σ 1/rows − 1)(T Σ 1/cells − 1) / (6 T (B − 1))</c> over the totals of
    /// both samples and of the B cells that occur: nearer χ² where counts are small (Williams 1976).
    /// </summary>
    public static TestResult Williams(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        var plain = Test(reference, current);
        if (!plain.PValue.IsDefined)
        {
            return plain;
        }

        double n = TwoSamples.Sum(reference), m = TwoSamples.Sum(current), inverse = 0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            inverse += reference[cell] + current[cell] > 0 ? 1.0 / (reference[cell] + current[cell]) : 0;
        }

        var freedom = plain.DegreesOfFreedom;
        var q = 1 + ((((n + m) * ((1 / n) + (1 / m))) - 1) * (((n + m) * inverse) - 1) / (6 * (n + m) * freedom));
        var statistic = plain.Statistic.Value!.Value / q;
        return TestResult.Of(statistic, freedom, ChiSquared.UpperTail(statistic, freedom));
    }
}
