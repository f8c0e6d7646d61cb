using System.Globalization;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Features;

namespace SynthMonitor.Learning.Judging;

/// <summary>Cuts a holdout into slices: one for each frequent name of a feature, four for each number by its quartiles.</summary>
internal static class Slices
{
    /// <summary>All slices that have enough rows.</summary>
    public static IEnumerable<Slice> Of(Table rows, string target, int minimumRows) => FeatureFitter.Usable(rows, target)
        .SelectMany(column => column is NameColumn names ? ByName(names) : ByQuartile((NumberColumn)column))
        .Where(slice => slice.Rows.Length >= minimumRows && slice.Rows.Length < rows.Rows);

    private static IEnumerable<Slice> ByName(NameColumn column) => Enumerable.Range(0, column.Rows)
        .GroupBy(row => column[row])
        .Select(group => new Slice($"{column.Name} = {group.Key ?? "(missing)"}", [.. group]));

    private static IEnumerable<Slice> ByQuartile(NumberColumn column)
    {
        var sorted = Array.FindAll(column.Values.ToArray(), double.IsFinite);
        if (sorted.Length == 0)
        {
            return [];
        }

        Array.Sort(sorted);
        double[] bounds = [.. Enumerable.Range(1, 3).Select(quarter => sorted[(sorted.Length - 1) * quarter / 4]).Distinct()];
        return Enumerable.Range(0, column.Rows)
            .GroupBy(row => double.IsNaN(column.Values[row]) ? -1 : bounds.Count(bound => column.Values[row] > bound))
            .Select(group => new Slice(group.Key < 0 ? $"{column.Name} = (missing)" : Describe(column.Schema, bounds, group.Key), [.. group]));
    }

    private static string Describe(ColumnSchema column, double[] bounds, int cell)
    {
        string Text(double value) => column.Kind == ColumnKind.Datetime
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)value).ToString("u", CultureInfo.InvariantCulture)
            : value.ToString("G6", CultureInfo.InvariantCulture);
        return cell == 0 ? $"{column.Name} ≤ {Text(bounds[0])}"
            : cell == bounds.Length ? $"{column.Name} > {Text(bounds[^1])}"
            : $"{column.Name} {Text(bounds[cell - 1])} … {Text(bounds[cell])}";
    }
}
