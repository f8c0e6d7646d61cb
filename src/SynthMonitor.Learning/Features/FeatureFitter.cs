using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Learning.Features;

/// <summary>Learns from training rows how a column becomes a feature.</summary>
internal static class FeatureFitter
{
    /// <summary>The columns that a model may use: features and segments that are not text, the target aside.</summary>
    public static IEnumerable<Column> Usable(Table table, string target) => table.Columns.Where(column =>
        column.Schema.Role is ColumnRole.Feature or ColumnRole.Segment && column.Schema.Kind != ColumnKind.Text && column.Name != target);

    /// <summary>The feature of a column.</summary>
    public static Feature Fit(Column column) => column is NameColumn names
        ? new(column.Name, column.Schema.Kind, ByFrequency(names), 0, 1, names.Positions.Contains(NameColumn.MissingPosition))
        : FitNumbers((NumberColumn)column);

    private static ImmutableArray<string> ByFrequency(NameColumn column)
    {
        var counts = new int[column.Names.Length];
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition)
            {
                counts[position]++;
            }
        }

        return [.. Enumerable.Range(0, counts.Length).Where(position => counts[position] > 0)
            .OrderByDescending(position => counts[position])
            .ThenBy(position => column.Names[position], StringComparer.Ordinal)
            .Select(position => column.Names[position])];
    }

    private static Feature FitNumbers(NumberColumn column)
    {
        var values = Array.FindAll(column.Values.ToArray(), double.IsFinite);
        Array.Sort(values);
        var hasMissing = Array.Exists(column.Values.ToArray(), double.IsNaN);
        if (values.Length == 0)
        {
            return new(column.Name, column.Schema.Kind, [], 0, 1, hasMissing);
        }

        var centre = values[values.Length / 2];
        var scale = (values[values.Length * 3 / 4] / 2 - values[values.Length / 4] / 2) * 2;
        if (!(scale > 0))
        {
            scale = Math.Max(values[^1] - centre, centre - values[0]);
        }

        return new(column.Name, column.Schema.Kind, [], centre, scale > 0 && double.IsFinite(scale) ? scale : 1, hasMissing);
    }
}
