using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality.SdMetrics;

/// <summary>A column for contingency tables. Numbers are cut into ten equal cells, each table's at its own least and greatest value, as SDMetrics does.</summary>
internal sealed class TrendColumn(ColumnPair columns)
{
    private const int Cells = 10;

    /// <summary>The values.</summary>
    public ColumnPair Columns { get; } = columns;

    /// <summary>The names or cells.</summary>
    public LabelPair Labels { get; } = columns.IsNumber
        ? LabelPair.Of(Cut(columns.Real), Cut(columns.Synthetic))
        : LabelPair.Of(Values.Texts(columns.Real), Values.Texts(columns.Synthetic));

    // The greatest value is a cell of its own, and so is a missing one: both lie beyond the last edge.
    private static string[] Cut(Column column)
    {
        var finite = Values.Finite(column);
        var (low, high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        (low, high) = low == high ? (low - 0.5, high + 0.5) : (low, high);
        var step = (high - low) / Cells;
        double[] edges = [.. Enumerable.Range(0, Cells).Select(cell => low + (cell * step)), high];
        return Array.ConvertAll(Values.Numbers(column), value => Cell(edges, value).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Cell(double[] edges, double value)
    {
        if (double.IsNaN(value))
        {
            return edges.Length;
        }

        var index = Array.BinarySearch(edges, value);
        return index < 0 ? ~index : index + 1;
    }
}
