using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>Streams whose concept changes to a random other one every 5,000 rows.</summary>
internal static class Concepts
{
    /// <summary>The rows of a concept.</summary>
    public const int Rows = 5_000;

    public delegate void FillRow(int row, Span<double> values);

    /// <summary>The concepts, 0 … <paramref name="count"/> − 1, the first of them 0.</summary>
    public static int[] Of(ulong seed, int rows, int count)
    {
        var random = new KeyedRandom(seed);
        var concepts = new int[((rows - 1) / Rows) + 1];
        for (var index = 1; index < concepts.Length; index++)
        {
            concepts[index] = (concepts[index - 1] + 1 + random.Next(count - 1)) % count;
        }

        return concepts;
    }

    /// <summary>A table of numbers, filled row by row.</summary>
    public static Table Columns(int rows, int columns, FillRow fill)
    {
        double[][] values = [.. Enumerable.Range(0, columns).Select(_ => new double[rows])];
        Span<double> one = stackalloc double[columns];
        for (var row = 0; row < rows; row++)
        {
            fill(row, one);
            for (var column = 0; column < columns; column++)
            {
                values[column][row] = one[column];
            }
        }

        return new([.. values.Select((column, index) => new NumberColumn(new ColumnSchema($"x{index}", ColumnKind.Numeric), column))]);
    }
}
