using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Tests;

/// <summary>How alike the columns and pairs of columns of two tables are (as the SDMetrics package has it, bins from the real table).</summary>
internal static class Fidelity
{
    private const int Bins = 10;

    /// <summary>Mean over columns of 1 − Kolmogorov–Smirnov (numbers) or 1 − total variation (names).</summary>
    public static double ColumnShapes(Table real, Table made) => real.Columns.Average(column => column is NumberColumn numbers
        ? 1 - KolmogorovSmirnov(numbers.Values.ToArray(), ((NumberColumn)made[column.Name]).Values.ToArray())
        : 1 - TotalVariation(Labels(column, column), Labels(made[column.Name], column)));

    /// <summary>Mean over pairs of 1 − |difference of correlations| / 2 (numbers) or 1 − total variation of the contingency table.</summary>
    public static double PairTrends(Table real, Table made)
    {
        var (sum, pairs) = (0.0, 0);
        for (var i = 0; i < real.Columns.Length; i++)
        {
            for (var j = i + 1; j < real.Columns.Length; j++)
            {
                sum += PairTrend(real.Columns[i], real.Columns[j], made[real.Columns[i].Name], made[real.Columns[j].Name]);
                pairs++;
            }
        }

        return sum / pairs;
    }

    private static double PairTrend(Column one, Column other, Column madeOne, Column madeOther) =>
        one is NumberColumn x && other is NumberColumn y
            ? 1 - Math.Abs(Correlation(x, y) - Correlation((NumberColumn)madeOne, (NumberColumn)madeOther)) / 2
            : 1 - TotalVariation(
                [.. Labels(one, one).Zip(Labels(other, other), (a, b) => a + "|" + b)],
                [.. Labels(madeOne, one).Zip(Labels(madeOther, other), (a, b) => a + "|" + b)]);

    private static string[] Labels(Column column, Column real)
    {
        if (column is NameColumn names)
        {
            return [.. Enumerable.Range(0, names.Rows).Select(row => names[row] ?? "")];
        }

        var own = ((NumberColumn)real).Values.ToArray();
        var (low, high) = (own.Min(), own.Max());
        return [.. ((NumberColumn)column).Values.ToArray()
            .Select(value => Math.Clamp((int)((value - low) / (high - low) * Bins), 0, Bins - 1).ToString())];
    }

    private static double TotalVariation(string[] one, string[] other)
    {
        var (p, q) = (one.CountBy(label => label).ToDictionary(), other.CountBy(label => label).ToDictionary());
        double Share(Dictionary<string, int> counts, string label, int rows) => (double)counts.GetValueOrDefault(label) / rows;
        return p.Keys.Union(q.Keys).Sum(label => Math.Abs(Share(p, label, one.Length) - Share(q, label, other.Length))) / 2;
    }

    private static double KolmogorovSmirnov(double[] one, double[] other)
    {
        Array.Sort(one);
        Array.Sort(other);
        var (i, j, greatest) = (0, 0, 0.0);
        while (i < one.Length && j < other.Length)
        {
            var value = Math.Min(one[i], other[j]);
            while (i < one.Length && one[i] == value)
            {
                i++;
            }

            while (j < other.Length && other[j] == value)
            {
                j++;
            }

            greatest = Math.Max(greatest, Math.Abs((double)i / one.Length - (double)j / other.Length));
        }

        return greatest;
    }

    private static double Correlation(NumberColumn one, NumberColumn other)
    {
        var (x, y) = (one.Values.ToArray(), other.Values.ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        double Sum(Func<int, double> term) => Enumerable.Range(0, x.Length).Sum(term);
        var (squaresX, squaresY) = (Sum(i => (x[i] - meanX) * (x[i] - meanX)), Sum(i => (y[i] - meanY) * (y[i] - meanY)));
        return Sum(i => (x[i] - meanX) * (y[i] - meanY)) / Math.Sqrt(squaresX * squaresY);
    }
}
