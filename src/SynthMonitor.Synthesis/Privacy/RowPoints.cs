using System.Runtime.InteropServices;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Privacy;

/// <summary>
/// Rows as points for distances: each number by the range of the training rows, each name as a whole number. The L1 distance of two rows is the
/// sum of the numbers' differences and of <see cref="Mismatch"/> for each name that differs, as if names were one-hot encoded.
/// </summary>
public sealed class RowPoints
{
    private const float Missing = -1;

    private RowPoints(int rows, int numbers, int names, float[] values, int[] labels) =>
        (Rows, NumberCount, NameCount, Values, Labels) = (rows, numbers, names, values, labels);

    /// <summary>What a name that differs adds to the distance.</summary>
    public const float Mismatch = 2;

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    internal int NumberCount { get; }

    internal int NameCount { get; }

    internal float[] Values { get; }

    internal int[] Labels { get; }

    /// <summary>The points of tables, on the scale of the first.</summary>
    /// <param name="tables">The training rows, then others of the same columns and storage; texts, keys and times are left out.</param>
    public static RowPoints[] Of(params ReadOnlySpan<Table> tables)
    {
        Column[] columns = [.. tables[0].Columns.Where(column => column.Schema.IsCoded)];
        string[] numbers = [.. columns.Where(IsNumber).Select(column => column.Name)];
        string[] names = [.. columns.Where(column => !IsNumber(column)).Select(column => column.Name)];
        var points = new RowPoints[tables.Length];
        for (var i = 0; i < points.Length; i++)
        {
            points[i] = new(tables[i].Rows, numbers.Length, names.Length, new float[tables[i].Rows * numbers.Length], new int[tables[i].Rows * names.Length]);
        }

        for (var column = 0; column < numbers.Length; column++)
        {
            var scale = Scale((NumberColumn)tables[0][numbers[column]]);
            for (var i = 0; i < points.Length; i++)
            {
                points[i].Fill(column, (NumberColumn)tables[i][numbers[column]], scale.Low, scale.Range);
            }
        }

        for (var column = 0; column < names.Length; column++)
        {
            var labels = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < points.Length; i++)
            {
                points[i].Fill(column, tables[i][names[column]], labels);
            }
        }

        return points;
    }

    /// <summary>The points of some rows, in the order given.</summary>
    public RowPoints Take(ReadOnlySpan<int> rows)
    {
        var taken = new RowPoints(rows.Length, NumberCount, NameCount, new float[rows.Length * NumberCount], new int[rows.Length * NameCount]);
        for (var i = 0; i < rows.Length; i++)
        {
            Numbers(rows[i]).CopyTo(taken.Values.AsSpan(i * NumberCount));
            Names(rows[i]).CopyTo(taken.Labels.AsSpan(i * NameCount));
        }

        return taken;
    }

    internal ReadOnlySpan<float> Numbers(int row) => Values.AsSpan(row * NumberCount, NumberCount);

    internal ReadOnlySpan<int> Names(int row) => Labels.AsSpan(row * NameCount, NameCount);

    /// <summary>The bytes of a row: equal for equal rows.</summary>
    internal string Key(int row) => string.Concat(
        MemoryMarshal.Cast<float, char>(Numbers(row)), MemoryMarshal.Cast<int, char>(Names(row)));

    private static bool IsNumber(Column column) => column is NumberColumn && column.Schema.Kind != ColumnKind.Boolean;

    private static (double Low, double Range) Scale(NumberColumn column)
    {
        var finite = Array.FindAll(column.Values.ToArray(), double.IsFinite);
        var (low, high) = finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
        return (low, high > low ? high - low : 1);
    }

    // A missing number is as far from the least real one as the greatest is.
    private void Fill(int column, NumberColumn source, double low, double range)
    {
        for (var row = 0; row < Rows; row++)
        {
            var value = source.Values[row];
            Values[(row * NumberCount) + column] = double.IsFinite(value) ? (float)((value - low) / range) : Missing;
        }
    }

    private void Fill(int column, Column source, Dictionary<string, int> labels)
    {
        var texts = Quality.Values.Texts(source);
        for (var row = 0; row < Rows; row++)
        {
            var text = texts[row] ?? "\0";
            if (!labels.TryGetValue(text, out var label))
            {
                labels[text] = label = labels.Count;
            }

            Labels[(row * NameCount) + column] = label;
        }
    }
}
