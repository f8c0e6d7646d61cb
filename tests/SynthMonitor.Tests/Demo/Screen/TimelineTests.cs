using SynthMonitor.Demo.Screen;
using SynthMonitor.Kafka.Records;
using static SynthMonitor.Tests.Respond.SampleRecords;

namespace SynthMonitor.Tests.Demo.Screen;

public sealed class TimelineTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(7, 3)]
    [InlineData(100, 33)]
    [InlineData(100, 100)]
    [InlineData(1000, 57)]
    public void Every_block_has_its_cell_and_every_cell_begins_with_one_of_its_blocks(int blocks, int width)
    {
        var timeline = Timeline.Of(Windows(blocks), width);
        Assert.Equal(Math.Min(blocks, width), timeline.Cells);
        var cells = Enumerable.Range(0, blocks).Select(block => timeline.CellOf(50 + block)!.Value).ToList();
        Assert.Equal(Enumerable.Range(0, timeline.Cells), cells.Distinct());
        Assert.All(Enumerable.Range(0, timeline.Cells), cell => Assert.Equal(50 + cells.IndexOf(cell), timeline.BlockOf(cell)));
    }

    [Fact]
    public void Blocks_outside_have_none()
    {
        var timeline = Timeline.Of(Windows(10), 5);
        Assert.Null(timeline.CellOf(49));
        Assert.Null(timeline.CellOf(60));
        Assert.Equal(0, Timeline.Of([], 5).Cells);
    }

    [Fact]
    public void Values_of_a_cell_are_made_one_and_a_cell_without_any_has_none()
    {
        var timeline = Timeline.Of(Windows(4), 2);
        var values = timeline.Values(Windows(4), window => window.Block < 52 ? window.Block : null, values => values.Max());
        Assert.Equal([51.0, null], values);
    }

    private static List<WindowRecord> Windows(int blocks) => [.. Enumerable.Range(50, blocks).Select(block => Outcomes(1, block, 10, 1))];
}
