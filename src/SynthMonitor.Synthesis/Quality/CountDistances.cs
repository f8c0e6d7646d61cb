namespace SynthMonitor.Synthesis.Quality;

/// <summary>Distances between two vectors of counts over the same cells, each taken as shares of its sum.</summary>
internal static class CountDistances
{
    /// <summary>
    /// The Jensen–Shannon distance, √(½ KL(p‖m) + ½ KL(q‖m)) with m = (p + q)/2 and logarithms to base 2; 0 … 1 (Endres and Schindelin 2003).
    /// </summary>
    /// <returns>The distance, or null where one of the vectors is empty.</returns>
    public static double? JensenShannon(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        double n = Sum(first), m = Sum(second), divergence = 0;
        if (n == 0 || m == 0)
        {
            return null;
        }

        for (var cell = 0; cell < first.Length; cell++)
        {
            double p = first[cell] / n, q = second[cell] / m, mean = (p + q) / 2;
            divergence += (p > 0 ? p * Math.Log(p / mean) : 0) + (q > 0 ? q * Math.Log(q / mean) : 0);
        }

        return Math.Sqrt(Math.Max(0, divergence) / (2 * Math.Log(2)));
    }

    /// <summary>The total variation distance, ½ Σ |p − q|; 0 … 1.</summary>
    public static double TotalVariation(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        double n = Sum(first), m = Sum(second), sum = 0;
        for (var cell = 0; cell < first.Length; cell++)
        {
            sum += Math.Abs((first[cell] / n) - (second[cell] / m));
        }

        return sum / 2;
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        var sum = 0L;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
