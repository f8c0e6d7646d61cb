namespace SynthMonitor.Drift.Statistics;

/// <summary>
/// The likelihood-ratio test of homogeneity of two samples of counts: <c>G = 2 Σ O ln(O / E)</c> over both samples and all cells, with
/// <c>E</c> from the pooled shares and <c>0 ln 0 = 0</c>. Null distribution: χ² with (cells that occur − 1) degrees of freedom, good where
/// expected counts are 5 or more. Range [0, ∞). Both samples are samples: the reference is not taken as exact. Cost: two logarithms per
/// cell. Source: Sokal and Rohlf, Biometry; equal to scipy.stats.chi2_contingency(lambda_="log-likelihood").
/// </summary>
public static class GTest
{
    /// <summary>Tests whether both samples share one distribution.</summary>
    public static TestResult Test(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        var (sum, occupied) = (0.0, 0);
        for (var cell = 0; cell < reference.Length; cell++)
        {
            var (r, c) = (reference[cell], current[cell]);
            if (r + c > 0)
            {
                occupied++;
                var pooled = (double)(r + c) / (n + m);
                sum += Term(r, n * pooled) + Term(c, m * pooled);
            }
        }

        var statistic = Math.Max(0, 2 * sum);
        var freedom = occupied - 1;
        return new(Estimate.Of(statistic), freedom, freedom == 0
            ? Estimate.Undefined("all rows lie in one cell")
            : Estimate.Of(ChiSquared.UpperTail(statistic, freedom)));
    }

    private static double Term(long observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
}
