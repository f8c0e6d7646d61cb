namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Benjamini and Hochberg's correction of many p-values, <c>adjusted[i] = min over j ≥ i of m p[j] / (j + 1)</c> over the sorted ones: rejecting
/// where it is at most α keeps the expected share of false ones among the rejections at α, for independent and positively dependent tests.
/// Source: Benjamini and Hochberg 1995; equal to statsmodels' multipletests(method="fdr_bh").
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double tests = pValues.Length;
        return PValueOrder.StepUp(pValues, (p, rank) => p / ((rank + 1) / tests));
    }
}
