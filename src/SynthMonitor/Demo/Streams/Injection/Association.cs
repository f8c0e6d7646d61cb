using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>
/// How strongly a feature of numbers is associated with a binary label: χ²/n of the table of ten quantile groups by two classes, in
/// [0, 1], 0 for none. Unlike a correlation it also sees bands and other rules that do not rise or fall throughout.
/// </summary>
public static class Association
{
    private const int Groups = 10;

    /// <summary>The numeric and integer features, the most strongly associated first; ties in order of columns.</summary>
    public static IReadOnlyList<NumberColumn> Rank(Table table, ReadOnlySpan<bool> isPositive)
    {
        var ranked = new List<(NumberColumn Column, double Strength)>();
        foreach (var column in table.Columns.OfType<NumberColumn>())
        {
            if (column.Schema is { Kind: ColumnKind.Numeric or ColumnKind.Integer, Role: ColumnRole.Feature or ColumnRole.Segment })
            {
                ranked.Add((column, Strength(column.Values, isPositive)));
            }
        }

        return [.. ranked.OrderByDescending(entry => entry.Strength).Select(entry => entry.Column)];
    }

    /// <summary>χ²/n of a feature and a label; values that are missing or not a number stay out. 0 where there is one class only.</summary>
    public static double Strength(ReadOnlySpan<double> values, ReadOnlySpan<bool> isPositive)
    {
        var ranks = new Ranks(values);
        Span<long> rows = stackalloc long[Groups];
        Span<long> positive = stackalloc long[Groups];
        long allRows = 0, allPositive = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                var group = Math.Min(Groups - 1, (int)(Groups * ranks.Of(values[row])));
                var one = isPositive[row] ? 1 : 0;
                rows[group]++;
                positive[group] += one;
                allRows++;
                allPositive += one;
            }
        }

        if (allPositive == 0 || allPositive == allRows)
        {
            return 0;
        }

        var share = (double)allPositive / allRows;
        var sum = 0.0;
        for (var group = 0; group < Groups; group++)
        {
            if (rows[group] > 0)
            {
                var difference = positive[group] - share * rows[group];
                sum += difference * difference / rows[group];
            }
        }

        return sum / (share * (1 - share) * allRows);
    }
}
