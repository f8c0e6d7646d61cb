namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Benjamini and Yekutieli's correction: <see cref="BenjaminiHochberg"/> times <c>Σ 1/i</c>, which keeps the share of false rejections whatever
/// the dependence. Source: Benjamini and Yekutieli 2001; equal to statsmodels' multipletests(method="fdr_by").
/// </summary>
public static class BenjaminiYekutieli
{
    /// <summary>The adjusted p-values, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        double tests = pValues.Length, harmonic = 0;
        for (var i = 1; i <= pValues.Length; i++)
        {
            harmonic += 1.0 / i;
        }

        return PValueOrder.StepUp(pValues, (p, rank) => p / ((rank + 1) / tests / harmonic));
    }
}
