namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Bonferroni's correction of many p-values, <c>min(1, m p)</c>: keeps the probability of any false rejection at α, whatever the dependence;
/// <see cref="Holm"/> does so with more power. Source: Dunn 1961; equal to statsmodels' multipletests(method="bonferroni").
/// </summary>
public static class Bonferroni
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var tests = pValues.Length;
        return PValueOrder.StepDown(pValues, (p, _) => tests * p);
    }
}
