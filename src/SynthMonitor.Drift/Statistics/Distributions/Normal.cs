using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>The probability of a value at least as great.</summary>
    public static double UpperTail(double z) => SpecialFunctions.Erfc(z / Math.Sqrt(2)) / 2;

    /// <summary>
    /// <c>−ln</c> of the probability of a value at least as great, without underflow: beyond 5 by the continued fraction of Mills' ratio.
    /// </summary>
    public static double MinusLogUpperTail(double z)
    {
        if (z < 5)
        {
            return -Math.Log(UpperTail(z));
        }

        var fraction = z;
        for (var k = 40; k > 0; k--)
        {
            fraction = z + (k / fraction);
        }

        return (z * z / 2) + Math.Log(fraction) + (Math.Log(2 * Math.PI) / 2);
    }

    /// <summary>The value below which a share of the distribution lies; accurate for the smallest shares too.</summary>
    /// <param name="share">Between 0 and 1, exclusive.</param>
    public static double Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(share, 1);
        return share <= 0.5 ? -Math.Sqrt(2) * SpecialFunctions.ErfcInv(2 * share) : Math.Sqrt(2) * SpecialFunctions.ErfInv((2 * share) - 1);
    }

    /// <summary>The p-value of a statistic that is positive where the first sample's quantity is greater.</summary>
    internal static double PValue(double z, Alternative alternative) => alternative switch
    {
        Alternative.Greater => UpperTail(z),
        Alternative.Less => UpperTail(-z),
        _ => Math.Min(1, 2 * UpperTail(Math.Abs(z))),
    };
}
