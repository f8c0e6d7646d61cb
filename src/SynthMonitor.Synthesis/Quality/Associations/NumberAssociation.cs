namespace SynthMonitor.Synthesis.Quality.Associations;

/// <summary>How two columns of numbers hang together.</summary>
internal static class NumberAssociation
{
    /// <summary>Pearson's r over the rows where both are there; −1 … 1, null where fewer than two rows are or one of them is constant.</summary>
    public static double? Pearson(double[] first, double[] second)
    {
        int[] rows = [.. Enumerable.Range(0, first.Length).Where(row => !double.IsNaN(first[row]) && !double.IsNaN(second[row]))];
        if (rows.Length < 2)
        {
            return null;
        }

        double meanFirst = rows.Average(row => first[row]), meanSecond = rows.Average(row => second[row]);
        double cross = 0, squaresFirst = 0, squaresSecond = 0;
        foreach (var row in rows)
        {
            var (x, y) = (first[row] - meanFirst, second[row] - meanSecond);
            cross += x * y;
            squaresFirst += x * x;
            squaresSecond += y * y;
        }

        return squaresFirst > 0 && squaresSecond > 0 ? Math.Clamp(cross / Math.Sqrt(squaresFirst) / Math.Sqrt(squaresSecond), -1, 1) : null;
    }
}
