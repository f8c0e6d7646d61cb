using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The law of Kolmogorov's distance <c>D = max |F − F_n|</c> of n values from their own distribution. Each method where it is exact or best:
/// closed forms at both ends, Durbin's matrix, Pelz and Good's expansion, and twice the one-sided law in the tail. Source: Simard and
/// L'Ecuyer, Journal of Statistical Software 39(11), 2011; equal to scipy.stats.kstwo.
/// </summary>
public static class KolmogorovFinite
{
    private const int Small = 140;

    /// <summary>The probability of a distance of at least d.</summary>
    /// <param name="d">0 … 1.</param>
    /// <param name="n">The number of values, at least 1.</param>
    public static double UpperTail(double d, long n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var steps = n * d;
        if (steps <= 0.5)
        {
            return 1;
        }

        if (d >= 1)
        {
            return 0;
        }

        if (steps <= 1)
        {
            return 1 - Math.Exp(SpecialFunctions.GammaLn(n + 1) + (n * Math.Log(((2 * steps) - 1) / n)));
        }

        if (steps >= n - 1)
        {
            return 2 * Math.Pow(1 - d, n);
        }

        var square = steps * d;
        if (d >= 0.5 || square >= (n <= Small ? 4 : 2.2))
        {
            return Math.Min(1, 2 * SmirnovOneSided.UpperTail(n, d));
        }

        var isExact = n <= Small || (n <= 100_000 && n * Math.Pow(d, 1.5) <= 1.4);
        return Math.Clamp(1 - (isExact ? DurbinMatrix.LowerTail(n, d) : PelzGood.LowerTail(n, d)), 0, 1);
    }
}
