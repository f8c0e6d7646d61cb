using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The law of Kuiper's distance V of n values from their own distribution, n being a fraction for two samples: Stephens' exact forms at the
/// lower and the upper end, else the limit with its first correction. Source: Stephens 1965, Paltani 2004.
/// </summary>
public static class Kuiper
{
    private const double Underflow = 18.82;

    /// <summary>The probability of a distance of at least v.</summary>
    /// <param name="v">0 … 2.</param>
    /// <param name="n">The number of values, above 0.</param>
    /// <returns>Undefined where n is so small that the forms break down.</returns>
    public static Estimate UpperTail(double v, double n)
    {
        var p = v < 2 / n ? LowEnd(v, n)
            : v < 3 / n ? NearLowEnd(v, n)
            : (v > 0.5 && n % 2 == 0) || (v > (n - 1) / (2 * n) && n % 2 == 1) ? HighEnd(v, n)
            : Limit(v, n);
        return double.IsNaN(p) ? Estimate.Undefined("the samples are too small") : Estimate.Of(Math.Clamp(p, 0, 1));
    }

    private static double LowEnd(double v, double n) => 1 - (SpecialFunctions.Gamma(n + 1) * Math.Pow(v - (1 / n), n - 1));

    private static double NearLowEnd(double v, double n)
    {
        var k = -((n * v) - 1) / 2;
        var root = Math.Sqrt((k * k) - (((n * v) - 2) * ((n * v) - 2) / 2));
        var (a, b) = (-k + root, -k - root);
        return 1 - (SpecialFunctions.Gamma(n) * ((Math.Pow(b, n - 1) * (1 - a)) - (Math.Pow(a, n - 1) * (1 - b))) / Math.Pow(n, n - 2) / (b - a));
    }

    private static double HighEnd(double v, double n)
    {
        var sum = 0.0;
        for (var t = 0; t <= Math.Floor(n * (1 - v)); t++)
        {
            var (y, rest) = (v + (t / n), 1 - v - (t / n));
            var polynomial = (y * y * y * n) - (y * y * t * (3 - (2 / n))) + (y * t * (t - 1) * (3 - (2 / n)) / n) - (t * (t - 1.0) * (t - 2) / (n * n));
            var choose = SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(t + 1) - SpecialFunctions.GammaLn(n - t + 1);
            sum += Math.Exp(choose) * Math.Pow(y, t - 3) * polynomial * Math.Pow(rest, n - t - 1);
        }

        return sum;
    }

    private static double Limit(double v, double n)
    {
        var z = v * Math.Sqrt(n);
        var (first, second) = (0.0, 0.0);
        for (var m = 1; m < Underflow / z; m++)
        {
            var square = 4.0 * m * m * z * z;
            var exponential = Math.Exp(-square / 2);
            first += 2 * (square - 1) * exponential;
            second += m * m * (square - 3) * exponential;
        }

        return first - (8 * v / 3 * second);
    }
}
