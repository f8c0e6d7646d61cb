namespace SynthMonitor.Synthesis.Quality;

/// <summary>
/// A histogram of equal cells that two samples share. The number of cells is Doane's (1976) of both samples together, as numpy's
/// <c>histogram_bin_edges</c> computes it, at most <see cref="MaximumCells"/>; cells are closed to the right, the first one on both sides, as
/// those of pandas' <c>cut</c>.
/// </summary>
internal sealed class DoaneHistogram
{
    /// <summary>The most cells.</summary>
    public const int MaximumCells = 500;

    /// <summary>Finds the cells.</summary>
    /// <param name="first">Finite numbers.</param>
    /// <param name="second">Finite numbers; at least one in both together.</param>
    public DoaneHistogram(double[] first, double[] second)
    {
        double[] all = [.. first, .. second];
        var (low, high) = (all.Min(), all.Max());
        if (low == high)
        {
            (low, high) = (low - 0.5, high + 0.5);
        }

        var width = Width(all);
        var cells = width > 0 ? Math.Ceiling((high - low) / width) : 1;
        Edges = Between(low, high, cells + 1 > MaximumCells ? MaximumCells : (int)cells);
    }

    /// <summary>The edges of the cells, one more than there are cells.</summary>
    public double[] Edges { get; }

    /// <summary>How many finite numbers lie in each cell.</summary>
    public long[] Counts(double[] values)
    {
        var counts = new long[Edges.Length - 1];
        foreach (var value in values)
        {
            var index = Array.BinarySearch(Edges, value);
            var edge = index < 0 ? ~index : index;
            counts[Math.Clamp(edge - 1, 0, counts.Length - 1)]++;
        }

        return counts;
    }

    /// <summary>The Jensen–Shannon distance of two samples' counts; null where one of them is empty.</summary>
    public static double? Distance(double[] first, double[] second)
    {
        if (first.Length == 0 || second.Length == 0)
        {
            return null;
        }

        var histogram = new DoaneHistogram(first, second);
        return CountDistances.JensenShannon(histogram.Counts(first), histogram.Counts(second));
    }

    private static double Width(double[] values)
    {
        double n = values.Length, mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / n);
        if (n <= 2 || deviation == 0)
        {
            return 0;
        }

        var skewness = values.Sum(value => Math.Pow((value - mean) / deviation, 3)) / n;
        var error = Math.Sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
        return (values.Max() - values.Min()) / (1 + Math.Log2(n) + Math.Log2(1 + (Math.Abs(skewness) / error)));
    }

    private static double[] Between(double low, double high, int cells)
    {
        var step = (high - low) / cells;
        var edges = new double[cells + 1];
        for (var edge = 0; edge < cells; edge++)
        {
            edges[edge] = low + (edge * step);
        }

        edges[cells] = high;
        return edges;
    }
}
