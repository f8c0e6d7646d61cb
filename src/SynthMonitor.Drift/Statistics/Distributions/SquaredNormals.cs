namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>
/// Upper tails of infinite sums <c>Q = Σ Z_j² / λ_j</c> of squared standard normals with simple weights, the limit laws of quadratic distances
/// between distribution functions: <c>P(Q > x) = (1/π) Σ_k (−1)^(k+1) ∫ exp(−xy/2) / (y √|D(y)|) dy</c>, the k-th integral from λ_(2k−1) to
/// λ_2k, with <c>D(y) = Π (1 − y/λ_j)</c>. The first integral alone is the tail, so the smallest probabilities keep their digits. Source:
/// Smirnov 1936. Cost: a hundred exponentials an interval; the integrals, singular at both ends, by Gauss and Chebyshev's rule.
/// </summary>
internal static class SquaredNormals
{
    private const double Negligible = 80;

    /// <summary>
    /// Cramér and von Mises: <c>λ_j = j² π²</c>, <c>D(y) = sin √y / √y</c>. In <c>s = √y</c> the ends are multiples of π. Below 0.003 lie 1e-18.
    /// </summary>
    public static double CramerVonMises(double x) => Tail(
        x < 0.003 ? 0 : x,
        Math.PI,
        Math.PI,
        s => s * s,
        (s, toEnd) => 2 * Math.Sqrt(s) / s / Math.Sqrt(Math.Abs(Math.Sin(toEnd))));

    /// <summary>
    /// Anderson and Darling: <c>λ_j = j (j + 1)</c>, <c>D(y) = cos(½π √(1 + 4y)) / (−πy)</c>. In <c>s = √(1 + 4y)</c> the ends are 3, 5, 7 … Below 0.025 lie
    /// 1e-21.
    /// </summary>
    public static double AndersonDarling(double x) => Tail(
        x < 0.025 ? 0 : x,
        3,
        2,
        s => ((s * s) - 1) / 4,
        (s, toEnd) => s / 2 * Math.Sqrt(Math.PI / (((s * s) - 1) / 4)) / Math.Sqrt(Math.Abs(Math.Sin(Math.PI / 2 * toEnd))));

    /// <summary>The sum of the integrals over s in <c>(first + 2kw, first + 2kw + w)</c>.</summary>
    /// <param name="x">Where the tail begins.</param>
    /// <param name="first">The first end.</param>
    /// <param name="width">The width w of an interval, and of a gap.</param>
    /// <param name="y">y at s.</param>
    /// <param name="density">The integrand without its exponential, at s and at the distance of s from an end of the interval.</param>
    private static double Tail(double x, double first, double width, Func<double, double> y, Func<double, double, double> density)
    {
        if (x <= 0)
        {
            return 1;
        }

        var nodes = 64 + (int)(16 * Math.Sqrt(x));
        var (sum, sign) = (0.0, 1);
        for (var start = first; x * (y(start) - y(first)) / 2 < Negligible; start += 2 * width, sign = -sign)
        {
            var integral = 0.0;
            for (var node = 0; node < nodes; node++)
            {
                var angle = ((2 * node) + 1) * Math.PI / (4 * nodes);
                var fromStart = width * Math.Pow(Math.Sin(angle), 2);
                var s = start + fromStart;
                integral += Math.Exp(-x * y(s) / 2) * density(s, fromStart) * Math.Sqrt(fromStart * (width - fromStart));
            }

            sum += sign * integral * Math.PI / nodes;
        }

        return Math.Clamp(sum / Math.PI, 0, 1);
    }
}
