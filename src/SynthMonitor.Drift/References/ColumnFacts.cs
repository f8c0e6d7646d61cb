using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.References;

/// <summary>What the monitor has to know of a reference column beyond the counts of its codes.</summary>
/// <param name="Representatives">For each regular cell of a column of numbers, the median of its values; empty for names.</param>
/// <param name="Deviation">The standard deviation of the values, each taken as its cell's representative; 0 for names.</param>
/// <param name="Novelty">The probability, by Good and Turing, that the next row bears a guard that no reference row bears.</param>
public sealed record ColumnFacts(ImmutableArray<double> Representatives, double Deviation, Novelty Novelty)
{
    /// <summary>The facts of a column.</summary>
    internal static ColumnFacts Of(Column column, ColumnCodes coding, ReadOnlySpan<byte> codes)
    {
        if (column is not NumberColumn numbers)
        {
            return new([], 0, Novelty.Of((NameColumn)column));
        }

        var byCell = new List<double>[coding.Cells];
        for (var cell = 0; cell < byCell.Length; cell++)
        {
            byCell[cell] = [];
        }

        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= Code.First)
            {
                byCell[codes[row] - Code.First].Add(numbers.Values[row]);
            }
        }

        var medians = byCell.Select((values, cell) => Median(values, ((NumberCodes)coding).Upper[cell])).ToImmutableArray();
        return new(medians, DeviationOf(medians, byCell), Novelty.Of(numbers));
    }

    internal void Write(PayloadWriter writer)
    {
        writer.WriteDoubles(Representatives.AsSpan());
        writer.WriteDouble(Deviation);
        writer.WriteDouble(Novelty.Missing);
        writer.WriteDouble(Novelty.Below);
        writer.WriteDouble(Novelty.Above);
        writer.WriteDouble(Novelty.Unseen);
    }

    internal static ColumnFacts Read(PayloadReader reader) =>
        new([.. reader.ReadDoubles()], reader.ReadDouble(), new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));

    private static double Median(List<double> values, double whereEmpty)
    {
        values.Sort();
        return values.Count == 0 ? whereEmpty : values[(values.Count - 1) / 2];
    }

    private static double DeviationOf(ImmutableArray<double> values, List<double>[] byCell)
    {
        double rows = byCell.Sum(cell => cell.Count);
        if (rows == 0)
        {
            return 0;
        }

        var mean = 0.0;
        for (var cell = 0; cell < values.Length; cell++)
        {
            mean += byCell[cell].Count / rows * values[cell];
        }

        var variance = 0.0;
        for (var cell = 0; cell < values.Length; cell++)
        {
            variance += byCell[cell].Count / rows * (values[cell] - mean) * (values[cell] - mean);
        }

        return Math.Sqrt(variance);
    }
}
