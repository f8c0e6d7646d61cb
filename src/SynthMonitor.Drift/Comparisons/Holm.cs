namespace SynthMonitor.Drift.Comparisons;

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
        var sorted = pValues.ToArray();
        var order = new int[sorted.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sorted, order);
        var adjusted = new double[sorted.Length];
        var greatest = 0.0;
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            greatest = Math.Max(greatest, Math.Min(1, (sorted.Length - rank) * sorted[rank]));
            adjusted[order[rank]] = greatest;
        }

        return adjusted;
    }
}
