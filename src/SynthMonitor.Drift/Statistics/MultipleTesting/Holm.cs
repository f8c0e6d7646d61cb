namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Holm's step-down correction of many p-values: rejecting where the adjusted one is at most α keeps the probability of any false rejection
/// at α, whatever the dependence. <c>adjusted[i] = max over j ≤ i of min(1, (m − j) p[j])</c> over the sorted p-values, j from 0.
/// Source: Holm 1979; equal to statsmodels' multipletests(method="holm").
/// </summary>
public static class Holm
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var tests = pValues.Length;
        return PValueOrder.StepDown(pValues, (p, rank) => (tests - rank) * p);
    }
}
