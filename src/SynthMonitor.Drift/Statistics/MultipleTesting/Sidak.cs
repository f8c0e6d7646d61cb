namespace SynthMonitor.Drift.Statistics.MultipleTesting;

/// <summary>
/// Šidák's corrections of many p-values, <c>1 − (1 − p)^m</c>: exact for independent tests, and valid for positively dependent ones. Step-down
/// like <see cref="Holm"/>, with <c>m − j</c> for m. Source: Šidák 1967, Holland and Copenhaver 1987; equal to statsmodels'
/// multipletests(method="sidak") and "holm-sidak".
/// </summary>
public static class Sidak
{
    /// <summary>The adjusted p-values in one step, in the order given.</summary>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var tests = pValues.Length;
        return PValueOrder.StepDown(pValues, (p, _) => AnyOf(tests, p));
    }

    /// <summary>The adjusted p-values by steps down, in the order given.</summary>
    public static double[] AdjustStepDown(ReadOnlySpan<double> pValues)
    {
        var tests = pValues.Length;
        return PValueOrder.StepDown(pValues, (p, rank) => AnyOf(tests - rank, p));
    }

    /// <summary>
    /// <c>1 − (1 − p)^m</c> without loss for small p: with <c>y = m ln(1 − p) = 2m artanh(−p / (2 − p))</c>, <c>1 − e^y = −2 sinh(y/2) e^(y/2)</c>.
    /// </summary>
    private static double AnyOf(int tests, double p)
    {
        var half = tests * Math.Atanh(-p / (2 - p));
        return half < -20 ? 1 : -2 * Math.Sinh(half) * Math.Exp(half);
    }
}
