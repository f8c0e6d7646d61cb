namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>Fisher's F distribution, of a ratio of two mean squares.</summary>
public static class FisherF
{
    /// <summary>The probability of a value at least as great: <c>I_w(d₂/2, d₁/2)</c> with <c>w = d₂ / (d₂ + d₁ x)</c>.</summary>
    /// <param name="x">At least 0.</param>
    /// <param name="numerator">The degrees of freedom d₁ of the numerator, above 0.</param>
    /// <param name="denominator">The degrees of freedom d₂ of the denominator, above 0.</param>
    public static double UpperTail(double x, double numerator, double denominator) =>
        Beta.LowerTail(denominator / (denominator + (numerator * x)), denominator / 2, numerator / 2);
}
