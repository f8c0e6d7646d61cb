using SynthMonitor.Commands.Check;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Commands.Check;

public sealed class RowBlocksTests
{
    private const double Hour = 3_600_000;

    [Fact]
    public void Rows_are_cut_in_the_order_of_the_file()
    {
        var blocks = RowBlocks.Of(Times(5, 4, 3, 2, 1, 0, 9), new BlockSize(3, null));
        Assert.Equal([new RowBlock(0, 0, 3), new RowBlock(1, 3, 3), new RowBlock(2, 6, 1)], blocks.Blocks);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], blocks.Order);
        Assert.Equal(3, blocks.UsualRows);
    }

    [Fact]
    public void Spans_are_cut_in_order_of_time_and_empty_ones_leave_gaps_in_the_numbers()
    {
        var table = Times(26, 24.5, 23, 25, 49, double.NaN, 48);
        var blocks = RowBlocks.Of(table, new BlockSize(null, TimeSpan.FromHours(2)));
        Assert.Equal([2, 1, 3, 0, 6, 4], blocks.Order);
        Assert.Equal([new RowBlock(0, 0, 1), new RowBlock(1, 1, 2), new RowBlock(2, 3, 1), new RowBlock(13, 4, 2)], blocks.Blocks);
        Assert.Equal(1, blocks.WithoutTime(table));
    }

    [Fact]
    public void Spans_need_times()
    {
        var size = new BlockSize(null, TimeSpan.FromHours(2));
        Assert.Throws<InputException>(() => RowBlocks.Of(Times(double.NaN), size));
        Assert.Throws<InputException>(() => RowBlocks.Of(new Table([new NumberColumn(new ColumnSchema("a", ColumnKind.Numeric), [1])]), size));
    }

    private static Table Times(params double[] hours) =>
        new([new NumberColumn(new ColumnSchema("ts", ColumnKind.Datetime, ColumnRole.Time), [.. hours.Select(hour => double.IsNaN(hour) ? Number.Missing : hour * Hour)])]);
}
