namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// Kolmogorov's limit law of <c>√n D</c>: the greatest height of a Brownian bridge. Two series of theta functions, each used where it
/// converges at once. Source: Kolmogorov 1933, Feller 1948.
/// </summary>
public static class Kolmogorov
{
    private const double Border = 1.1;
    private const int Terms = 8;

    /// <summary>The probability of a value at least as great, <c>2 Σ (−1)^(k−1) exp(−2 k² x²)</c>.</summary>
    /// <param name="x">At least 0.</param>
    public static double UpperTail(double x) => x <= 0 ? 1 : x < Border ? 1 - Lower(x) : Upper(x);

    private static double Upper(double x)
    {
        var (sum, sign) = (0.0, 1);
        for (var k = 1; k <= Terms; k++, sign = -sign)
        {
            sum += sign * Math.Exp(-2.0 * k * k * x * x);
        }

        return 2 * sum;
    }

    private static double Lower(double x)
    {
        var sum = 0.0;
        for (var odd = 1; odd < 2 * Terms; odd += 2)
        {
            sum += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
        }

        return Math.Sqrt(2 * Math.PI) / x * sum;
    }
}
