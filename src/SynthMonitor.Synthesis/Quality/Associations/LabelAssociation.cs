namespace SynthMonitor.Synthesis.Quality.Associations;

/// <summary>How labels hang together with other labels and with numbers. Labels are whole numbers from 0.</summary>
internal static class LabelAssociation
{
    /// <summary>
    /// Theil's uncertainty coefficient U(x|y) = (H(x) − H(x|y)) / H(x): the share of the entropy of x that y explains; 0 … 1, and 1 where x is
    /// constant (Theil 1970; as the package dython has it).
    /// </summary>
    public static double TheilsU(int[] x, int[] y)
    {
        var entropy = Entropy(x);
        return entropy == 0 ? 1 : Math.Clamp((entropy - (Entropy(Joined(x, y)) - Entropy(y))) / entropy, 0, 1);
    }

    /// <summary>
    /// The correlation ratio η = √(Σ n_c (ȳ_c − ȳ)² / Σ (y − ȳ)²) of numbers given labels; 0 … 1. Rows without a number are left out; 0 where
    /// fewer than two are left or the means do not differ.
    /// </summary>
    public static double CorrelationRatio(int[] labels, double[] numbers)
    {
        int[] rows = [.. Enumerable.Range(0, labels.Length).Where(row => !double.IsNaN(numbers[row]))];
        if (rows.Length < 2)
        {
            return 0;
        }

        var mean = rows.Average(row => numbers[row]);
        var between = rows.GroupBy(row => labels[row]).Sum(group => group.Count() * Square(group.Average(row => numbers[row]) - mean));
        return between == 0 ? 0 : Math.Min(1, Math.Sqrt(between / rows.Sum(row => Square(numbers[row] - mean))));
    }

    /// <summary>Cramér's V = √(χ² / (n · min(r − 1, c − 1))), without correction; 0 … 1, null where one of the columns is constant (Cramér 1946).</summary>
    public static double? CramersV(int[] x, int[] y)
    {
        var (rows, columns) = (x.CountBy(label => label).ToDictionary(), y.CountBy(label => label).ToDictionary());
        var freedom = Math.Min(rows.Count, columns.Count) - 1;
        if (freedom == 0)
        {
            return null;
        }

        // χ²/n = Σ o² / (r c) − 1: empty cells add nothing to it.
        var sum = x.Zip(y).CountBy(cell => cell).Sum(cell => Square(cell.Value) / ((double)rows[cell.Key.First] * columns[cell.Key.Second]));
        return Math.Sqrt(Math.Max(0, sum - 1) / freedom);
    }

    private static double Entropy(int[] labels) => Entropy(labels.CountBy(label => label).Select(pair => pair.Value), labels.Length);

    private static double Entropy(long[] labels) => Entropy(labels.CountBy(label => label).Select(pair => pair.Value), labels.Length);

    private static double Entropy(IEnumerable<int> counts, int rows) => -counts.Sum(count => (double)count / rows * Math.Log((double)count / rows));

    private static long[] Joined(int[] x, int[] y) => [.. x.Zip(y, (a, b) => ((long)a << 32) | (uint)b)];

    private static double Square(double value) => value * value;
}
