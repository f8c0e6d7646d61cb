using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Demo.Screen;

/// <summary>The last blocks, spread over a number of cells: one cell stands for one block or for several that follow each other.</summary>
internal sealed class Timeline
{
    private readonly long first;
    private readonly long blocks;

    private Timeline(long first, long blocks, int cells) => (this.first, this.blocks, Cells) = (first, blocks, cells);

    /// <summary>The number of cells, at most one a block.</summary>
    public int Cells { get; }

    /// <summary>Where the first and the last block lie in the stream, counted from its first block.</summary>
    public (long First, long Last) Span => (DemoTexts.BlockOf(first), DemoTexts.BlockOf(first + blocks - 1));

    /// <summary>Spreads the blocks of windows over at most so many cells.</summary>
    public static Timeline Of(IReadOnlyList<WindowRecord> windows, int width)
    {
        if (windows.Count == 0)
        {
            return new Timeline(0, 0, 0);
        }

        var first = windows.Min(window => window.Block);
        var blocks = windows.Max(window => window.Block) - first + 1;
        return new Timeline(first, blocks, (int)Math.Min(width, blocks));
    }

    /// <summary>The cell of a block, or null where it lies before the first one.</summary>
    public int? CellOf(long block) => block < first || block >= first + blocks ? null : (int)((block - first) * Cells / blocks);

    /// <summary>The first block of a cell.</summary>
    public long BlockOf(int cell) => first + (((cell * blocks) + Cells - 1) / Cells);

    /// <summary>One value a cell, from those of the windows that fall in it; null where none has one.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="valueOf">The value of a window, or null.</param>
    /// <param name="combine">Makes one of several.</param>
    public double?[] Values(IEnumerable<WindowRecord> windows, Func<WindowRecord, double?> valueOf, Func<IEnumerable<double>, double> combine)
    {
        var values = new double?[Cells];
        var groups = windows.Select(window => (Cell: CellOf(window.Block), Value: valueOf(window)))
            .Where(point => point is { Cell: not null, Value: not null })
            .GroupBy(point => point.Cell!.Value, point => point.Value!.Value);
        foreach (var group in groups)
        {
            values[group.Key] = combine(group);
        }

        return values;
    }
}
