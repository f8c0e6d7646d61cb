using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The exact law of the one-sided distance <c>D⁺ = max (F − F_n)</c> of n values from their own distribution:
/// <c>P(D⁺ ≥ d) = d Σ_j C(n, j) (d + j/n)^(j−1) (1 − d − j/n)^(n−j)</c> over <c>0 ≤ j ≤ n (1 − d)</c>. All terms are positive, so the smallest
/// tails keep their digits. Source: Smirnov 1944, Birnbaum and Tingey 1951. Cost: n terms.
/// </summary>
internal static class SmirnovOneSided
{
    public static double UpperTail(long n, double d)
    {
        if (d <= 0)
        {
            return 1;
        }

        var (sum, last) = (0.0, (long)Math.Floor(n * (1 - d)));
        for (long j = 0; j <= last; j++)
        {
            var rest = 1 - d - ((double)j / n);
            if (rest > 0)
            {
                var choose = SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(j + 1) - SpecialFunctions.GammaLn(n - j + 1);
                sum += Math.Exp(choose + ((j - 1) * Math.Log(d + ((double)j / n))) + ((n - j) * Math.Log(rest)));
            }
        }

        return Math.Min(1, d * sum);
    }
}
