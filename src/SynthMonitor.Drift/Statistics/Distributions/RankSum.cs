namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// The exact law of Mann and Whitney's U without ties: the coefficients of a Gaussian binomial coefficient, multiplied up factor by factor,
/// <c>(1 − q^(m+i)) / (1 − q^i)</c>, as probabilities. Each product is symmetric and rises to its middle, so its lower half alone is computed
/// and mirrored, and small tails keep their digits. Source: Mann and Whitney 1947, Andrews 1976. Cost: n²m steps for the smaller n.
/// </summary>
internal static class RankSum
{
    private const double MostSteps = 2e9;

    public static bool IsFeasible(long n, long m) => Math.Min(n, m) * ((double)n * m) <= MostSteps;

    /// <summary>P(U ≥ u).</summary>
    public static double UpperTail(long n, long m, long u)
    {
        // U and nm − U have one law: the upper tail from u is the lower tail to nm − u.
        var last = (n * m) - u;
        var law = Law((int)Math.Min(n, m), (int)Math.Max(n, m));
        var sum = 0.0;
        for (var k = 0; k <= last; k++)
        {
            sum += law[k];
        }

        return Math.Min(1, sum);
    }

    private static double[] Law(int n, int m)
    {
        var law = new double[((long)n * m) + 1];
        law[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            var half = (int)((long)i * m / 2);
            for (var k = half; k >= m + i; k--)
            {
                law[k] -= law[k - m - i];
            }

            for (var k = i; k <= half; k++)
            {
                law[k] += law[k - i];
            }

            var (last, share) = ((int)((long)i * m), (double)i / (m + i));
            for (var k = 0; k <= half; k++)
            {
                law[k] = Math.Max(0, law[k] * share);
                law[last - k] = law[k];
            }
        }

        return law;
    }
}
