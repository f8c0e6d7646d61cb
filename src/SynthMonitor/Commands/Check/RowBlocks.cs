using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Commands.Check;

/// <summary>A table's rows in order of time, cut into blocks.</summary>
/// <param name="Table">The rows in order of time; rows without a time are left out where time cuts.</param>
/// <param name="Order">For each of these rows its 0-based row in the file.</param>
/// <param name="Blocks">The blocks, in order; together they hold all rows.</param>
internal sealed record RowBlocks(Table Table, ImmutableArray<int> Order, ImmutableArray<RowBlock> Blocks)
{
    /// <summary>The rows that a block usually has: the median of the blocks.</summary>
    public int UsualRows { get; } = Blocks.Select(block => block.Rows).Order().ElementAt((Blocks.Length - 1) / 2);

    /// <summary>The rows of the file that are in no block, because they have no time.</summary>
    public int WithoutTime(Table file) => file.Rows - Order.Length;

    /// <summary>Cuts a table.</summary>
    /// <exception cref="InputException">Blocks are spans of time, and there is no column of times, or it has none.</exception>
    public static RowBlocks Of(Table table, BlockSize size) => size.Rows is { } rows ? ByRows(table, rows) : ByTime(table, size.Span!.Value);

    private static RowBlocks ByRows(Table table, int rows)
    {
        var blocks = Enumerable.Range(0, (table.Rows + rows - 1) / rows)
            .Select(number => new RowBlock(number, number * rows, Math.Min(rows, table.Rows - (number * rows))));
        return new(table, [.. Enumerable.Range(0, table.Rows)], [.. blocks]);
    }

    private static RowBlocks ByTime(Table table, TimeSpan span)
    {
        if (table.WithRole(ColumnRole.Time) is not NumberColumn times)
        {
            throw new InputException(null, null, null, "--block is a span of time, but the reference names no column of times", "a reference made with --time, or a number of rows");
        }

        int[] order = [.. Enumerable.Range(0, table.Rows).Where(row => double.IsFinite(times.Values[row])).OrderBy(row => times.Values[row])];
        if (order.Length == 0)
        {
            throw new InputException(null, null, times.Name, "no row has a time", "event times");
        }

        long NumberOf(int row) => (long)Math.Floor(times.Values[order[row]] / span.TotalMilliseconds);
        var blocks = ImmutableArray.CreateBuilder<RowBlock>();
        var (first, start) = (NumberOf(0), 0);
        for (var row = 1; row <= order.Length; row++)
        {
            if (row == order.Length || NumberOf(row) != NumberOf(start))
            {
                blocks.Add(new(NumberOf(start) - first, start, row - start));
                start = row;
            }
        }

        return new(table.Take(order), [.. order], blocks.ToImmutable());
    }
}
