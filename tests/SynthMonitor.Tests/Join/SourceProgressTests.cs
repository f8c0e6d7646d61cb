using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Join;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Join;

/// <summary>How far a source partition has come, by its markers.</summary>
public sealed class SourceProgressTests
{
    private const long Lateness = 10;

    private readonly SourceProgress progress = new(Lateness, 0, long.MinValue);

    [Fact]
    public void A_row_is_new_once()
    {
        Assert.True(progress.See(0));
        Assert.True(progress.See(7));
        Assert.False(progress.See(7));
        Assert.False(progress.See(3));
        Assert.True(progress.See(8));
    }

    [Fact]
    public void The_watermark_follows_the_greatest_upTo_of_the_open_chunk()
    {
        Assert.Equal(long.MinValue, progress.Watermark);
        Apply(0, 5, 100);
        Assert.Equal(90, progress.Watermark);
        Apply(0, 3, 500);
        Assert.Equal(90, progress.Watermark);
        Apply(0, 9, 120);
        Assert.Equal((110, long.MinValue), (progress.Watermark, progress.EarlierWatermark));
    }

    [Fact]
    public void A_closed_chunk_leaves_its_watermark_and_is_over()
    {
        Apply(0, 32, 100, closed: true);
        Assert.Equal(90, progress.EarlierWatermark);
        Apply(0, 31, 500);
        Apply(0, 32, 500, closed: true);
        Assert.Equal(90, progress.Watermark);
        Apply(32, 33, 95);
        Assert.Equal((90, 90), (progress.Watermark, progress.EarlierWatermark));
    }

    [Fact]
    public void A_marker_beyond_the_open_chunk_takes_its_watermark_over()
    {
        Apply(0, 5, 100);
        Apply(64, 65, 80);
        Assert.Equal((90, 90), (progress.Watermark, progress.EarlierWatermark));
    }

    [Fact]
    public void A_row_is_judged_by_the_chunks_before_and_the_rows_before_it_in_its_own()
    {
        Apply(0, 32, 100, closed: true);
        Assert.Equal(90, progress.WatermarkAt(long.MinValue));
        Assert.Equal(90, progress.WatermarkAt(95));
        Assert.Equal(140, progress.WatermarkAt(150));
        Assert.Equal(70, new SourceProgress(Lateness, 64, 70).WatermarkAt(long.MinValue));
    }

    [Fact]
    public void Idleness_counts_while_its_upTo_is_the_greatest_known()
    {
        Apply(0, 5, 100);
        Apply(0, 4, 100, idle: true);
        Assert.False(progress.IsIdle);
        Apply(0, 5, 100, idle: true);
        Assert.True(progress.IsIdle);
        Apply(0, 5, 100);
        Assert.True(progress.IsIdle);
        Apply(0, 6, 100);
        Assert.False(progress.IsIdle);
        Apply(0, 32, 100, closed: true);
        Apply(32, 32, long.MinValue, idle: true);
        Assert.True(progress.IsIdle);
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        progress.See(40);
        Apply(0, 32, 100, closed: true);
        Apply(32, 41, 130, idle: true);
        var writer = new PayloadWriter();
        progress.Write(writer);
        var copy = new SourceProgress(Lateness, 0, long.MinValue);
        copy.Read(new PayloadReader(writer.ToArray()));
        Assert.Equal((120, 90, true, 40), (copy.Watermark, copy.EarlierWatermark, copy.IsIdle, copy.HighestOffset));
        copy.Apply(new RowMarker("loans", 1, SampleEpoch.Features(0), 32, 40, false, false, 900));
        Assert.Equal(120, copy.Watermark);
    }

    [Fact]
    public void A_damaged_one_is_refused()
    {
        var writer = new PayloadWriter();
        writer.WriteSigneds([1, 2, 3]);
        Assert.Throws<InputException>(() => progress.Read(new PayloadReader(writer.ToArray())));
    }

    private void Apply(long start, long upTo, long maximum, bool closed = false, bool idle = false) =>
        progress.Apply(new RowMarker("loans", 1, SampleEpoch.Features(0), start, upTo, closed, idle, maximum));
}
