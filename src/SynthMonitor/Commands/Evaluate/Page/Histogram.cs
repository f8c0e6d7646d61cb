using System.Globalization;
using System.Text;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Commands.Evaluate.Page;

/// <summary>The distributions of a column, real and synthetic, side by side.</summary>
internal static class Histogram
{
    private const int Cells = 16;
    private const double Width = 240;
    private const double Height = 80;

    /// <summary>The picture of a column.</summary>
    public static string Of(Column real, Column synthetic, Estimate score)
    {
        var (first, second, low, high) = real is NumberColumn numbers ? Numbers(numbers, (NumberColumn)synthetic) : Names((NameColumn)real, (NameColumn)synthetic);
        var greatest = Math.Max(1e-9, first.Concat(second).Max());
        var step = Width / first.Length;
        var bars = new StringBuilder();
        for (var cell = 0; cell < first.Length; cell++)
        {
            Bar(bars, "real", (cell * step) + 1, (step / 2) - 1, first[cell] / greatest);
            Bar(bars, "synthetic", (cell * step) + (step / 2), (step / 2) - 1, second[cell] / greatest);
        }

        var name = EvaluationPage.Text(real.Name);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <figure><figcaption><span>{name}</span><span>{EvaluationPage.Number(score, "F3")}</span></figcaption>
            <svg viewBox="0 0 {Width} {Height + 14}" role="img" aria-label="distribution of {name}">{bars}<line class="axis" x1="0" x2="{Width}" y1="{Height}" y2="{Height}"/>
            <text x="0" y="{Height + 11}">{EvaluationPage.Text(low)}</text><text x="{Width}" y="{Height + 11}" text-anchor="end">{EvaluationPage.Text(high)}</text></svg></figure>
            """);
    }

    private static void Bar(StringBuilder bars, string side, double x, double width, double share) => bars.Append(
        CultureInfo.InvariantCulture, $"""<rect class="{side}" x="{x:F1}" y="{Height * (1 - share):F1}" width="{Math.Max(0.5, width):F1}" height="{Height * share:F1}"/>""");

    private static (double[] Real, double[] Synthetic, string Low, string High) Numbers(NumberColumn real, NumberColumn synthetic)
    {
        double[] first = [.. real.Values.ToArray().Where(double.IsFinite)], second = [.. synthetic.Values.ToArray().Where(double.IsFinite)];
        double[] all = [.. first, .. second];
        var (low, high) = all.Length == 0 ? (0, 0) : (all.Min(), all.Max());
        double[] Shares(double[] values) => Share(values.Select(value => high > low ? Math.Min(Cells - 1, (int)((value - low) / (high - low) * Cells)) : 0), Cells);
        return (Shares(first), Shares(second), low.ToString("G6", CultureInfo.InvariantCulture), high.ToString("G6", CultureInfo.InvariantCulture));
    }

    // The most frequent real names, and all others together in the last place.
    private static (double[] Real, double[] Synthetic, string Low, string High) Names(NameColumn real, NameColumn synthetic)
    {
        string Text(NameColumn column, int row) => column[row] ?? "(missing)";
        string[] frequent = [.. Enumerable.Range(0, real.Rows).CountBy(row => Text(real, row)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Cells - 1).Select(pair => pair.Key)];
        int Place(string name) => Array.IndexOf(frequent, name) is var place and >= 0 ? place : frequent.Length;
        double[] Shares(NameColumn column) => Share(Enumerable.Range(0, column.Rows).Select(row => Place(Text(column, row))), frequent.Length + 1);
        return (Shares(real), Shares(synthetic), $"{frequent[0]} …", "all others");
    }

    private static double[] Share(IEnumerable<int> cells, int count)
    {
        var (shares, all) = (new double[count], 0);
        foreach (var cell in cells)
        {
            shares[cell]++;
            all++;
        }

        return Array.ConvertAll(shares, share => all == 0 ? 0 : share / all);
    }
}
