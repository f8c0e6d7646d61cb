using MathNet.Numerics;

namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The exact law of the two-sample Cramér–von Mises statistic without ties, counted over the orders in which n and m values interleave:
/// along a path through (i, j), <c>ζ = Σ (i L/n − j L/m)²</c> with the least common multiple L. Source: Anderson 1962; Xiao, Gordon and Yakovlev,
/// Journal of Statistical Software 17(8), 2007. Cost: nm merges of lists of the values that ζ can have; paths that have passed the observed
/// value are only counted.
/// </summary>
internal static class TwoSampleCramerVonMises
{
    private const int MostCells = 10_000;

    public static bool IsFeasible(int n, int m) => (long)n * m <= MostCells;

    /// <summary>The probability of a rank statistic of at least u, <c>n Σ (r_i − i)² + m Σ (s_j − j)²</c>.</summary>
    public static double UpperTail(int n, int m, double u)
    {
        var multiple = (double)Euclid.LeastCommonMultiple(n, m);
        var (stepFirst, stepSecond) = ((long)(multiple / n), (long)(multiple / m));
        double product = (double)n * m;
        var limit = (long)Math.Floor(multiple * multiple * (n + m) * ((6 * u) - (product * ((4 * product) - 1))) / (6 * product * product));
        var lists = new PathCounts[n + 1];
        var passed = 0.0;
        for (var j = 0; j <= m; j++)
        {
            for (var i = 0; i <= n; i++)
            {
                var arrived = i == 0 && j == 0 ? PathCounts.Start
                    : PathCounts.Merge(i == 0 ? PathCounts.None : lists[i - 1], j == 0 ? PathCounts.None : lists[i]);
                var distance = (i * stepFirst) - (j * stepSecond);
                lists[i] = arrived.Advance(distance * distance, limit, out var count);
                passed += count * SpecialFunctions.Binomial(n - i + m - j, n - i);
            }
        }

        return Math.Min(1, passed / SpecialFunctions.Binomial(n + m, n));
    }
}
