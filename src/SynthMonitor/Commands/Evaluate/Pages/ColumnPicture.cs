using System.Globalization;
using SynthMonitor.Data.Tables;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Evaluate.Pages;

/// <summary>The distributions of a column, real and synthetic: numbers in ranges of equal width, names one by one.</summary>
internal static class ColumnPicture
{
    private const int Ranges = 16;

    /// <summary>The picture.</summary>
    /// <param name="real">The real values.</param>
    /// <param name="synthetic">The synthetic values.</param>
    /// <param name="note">What stands beside the column's name.</param>
    public static Html Of(Column real, Column synthetic, string note) => Html.Of(
        $"""
        <figure>
        <figcaption><strong>{real.Name}</strong> <span>{note}</span></figcaption>
        {(real is NumberColumn numbers ? Numbers(numbers, (NumberColumn)synthetic) : BarList.Of(Names((NameColumn)real, (NameColumn)synthetic)))}
        </figure>

        """);

    private static Html Numbers(NumberColumn real, NumberColumn synthetic)
    {
        double[] first = Finite(real), second = Finite(synthetic), all = [.. first, .. second];
        if (all.Length == 0)
        {
            return Html.Of($"""<p class="soft">No numbers on either side.</p>""");
        }

        var (low, width) = (all.Min(), (all.Max() - all.Min()) / Ranges);
        int RangeOf(double value) => width > 0 ? Math.Min(Ranges - 1, (int)((value - low) / width)) : 0;
        var (before, after) = (Shares(first.Select(RangeOf)), Shares(second.Select(RangeOf)));
        string Edge(int range) => (low + (range * width)).ToString("G4", CultureInfo.InvariantCulture);
        return Histogram.Of(
            $"distribution of {real.Name}: shares of the values in {Ranges} ranges",
            [.. Enumerable.Range(0, Ranges).Select(range => new ComparedCell($"{Edge(range)} … {Edge(range + 1)}", before.GetValueOrDefault(range), after.GetValueOrDefault(range), IsMoved: false))],
            [Edge(0), Edge(Ranges / 2), Edge(Ranges)]);
    }

    private static ComparedCell[] Names(NameColumn real, NameColumn synthetic)
    {
        var (before, after) = (Shares(Texts(real)), Shares(Texts(synthetic)));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).Select(name => new ComparedCell(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name), IsMoved: false))];
    }

    private static double[] Finite(NumberColumn column) => [.. column.Values.ToArray().Where(double.IsFinite)];

    private static IEnumerable<string> Texts(NameColumn column) => Enumerable.Range(0, column.Rows).Select(row => column[row] ?? "(missing)");

    private static Dictionary<T, double> Shares<T>(IEnumerable<T> values)
        where T : notnull
    {
        var counts = values.CountBy(value => value).ToArray();
        double all = counts.Sum(pair => pair.Value);
        return counts.ToDictionary(pair => pair.Key, pair => pair.Value / all);
    }
}
