using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics;

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
}
