using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The exact law of Kolmogorov's D for n values as one element of the n-th power of a matrix of order <c>2 ⌈nd⌉ − 1</c>.
/// Source: Durbin 1973; Marsaglia, Tsang and Wang, Journal of Statistical Software 8(18), 2003. Cost: (2nd)³ log n.
/// </summary>
internal static class DurbinMatrix
{
    /// <summary>P(D &lt; d).</summary>
    public static double LowerTail(long n, double d)
    {
        var k = (int)(n * d) + 1;
        var order = (2 * k) - 1;
        var (power, logScale) = Power(Transition(order, k - (n * d)), n);
        return Math.Exp(Math.Log(power[k - 1, k - 1]) + logScale + SpecialFunctions.GammaLn(n + 1) - (n * Math.Log(n)));
    }

    private static Matrix<double> Transition(int order, double h)
    {
        var matrix = Matrix<double>.Build.Dense(order, order, (row, column) => row - column + 1 >= 0 ? 1 : 0);
        for (var i = 0; i < order; i++)
        {
            matrix[i, 0] -= Math.Pow(h, i + 1);
            matrix[order - 1, i] -= Math.Pow(h, order - i);
        }

        matrix[order - 1, 0] += (2 * h) - 1 > 0 ? Math.Pow((2 * h) - 1, order) : 0;
        for (var row = 0; row < order; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                matrix[row, column] /= SpecialFunctions.Gamma(row - column + 2);
            }
        }

        return matrix;
    }

    /// <summary>A power of a matrix, divided by e to what is told beside it, so that it does not overflow.</summary>
    private static (Matrix<double> Power, double LogScale) Power(Matrix<double> matrix, long exponent)
    {
        if (exponent == 1)
        {
            return (matrix, 0);
        }

        var (half, scale) = Power(matrix, exponent / 2);
        var power = half * half;
        power = exponent % 2 == 1 ? power * matrix : power;
        var norm = power.Enumerate().Max();
        return (power / norm, (2 * scale) + Math.Log(norm));
    }
}
