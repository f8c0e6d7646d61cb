using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>The χ² distribution.</summary>
public static class ChiSquared
{
    /// <summary>The probability of a value at least as great: the regularised upper incomplete gamma function Q(ν/2, x/2).</summary>
    /// <param name="x">At least 0.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    public static double UpperTail(double x, double degreesOfFreedom) =>
        x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);

    /// <summary>The probability of a value at most as great: the regularised lower incomplete gamma function P(ν/2, x/2).</summary>
    /// <param name="x">At least 0.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    public static double LowerTail(double x, double degreesOfFreedom) =>
        x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : SpecialFunctions.GammaLowerRegularized(degreesOfFreedom / 2, x / 2);
}
