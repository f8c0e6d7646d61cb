using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>The beta distribution, on which the binomial, Student's t and the F distribution stand.</summary>
public static class Beta
{
    /// <summary>The probability of a value at most as great: the regularised incomplete beta function I_x(a, b).</summary>
    /// <param name="x">0 … 1.</param>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    public static double LowerTail(double x, double a, double b) => x <= 0 ? 0 : x >= 1 ? 1 : SpecialFunctions.BetaRegularized(a, b, x);

    /// <summary>The probability of a value at least as great, I_{1 − x}(b, a).</summary>
    public static double UpperTail(double x, double a, double b) => LowerTail(1 - x, b, a);
}
