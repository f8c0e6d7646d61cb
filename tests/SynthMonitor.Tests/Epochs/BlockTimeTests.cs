using CsCheck;
using SynthMonitor.Epochs;

namespace SynthMonitor.Tests.Epochs;

/// <summary>Blocks of event time, before 1970 too.</summary>
public sealed class BlockTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(59_999, 0)]
    [InlineData(60_000, 1)]
    [InlineData(-1, -1)]
    [InlineData(-60_000, -1)]
    [InlineData(-60_001, -2)]
    public void A_block_holds_its_first_millisecond_and_not_its_end(long time, long block) => Assert.Equal(block, new BlockTime(60_000).Of(time));

    [Fact]
    public void Every_time_lies_in_its_block()
    {
        Gen.Select(Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000], Gen.Long[1, 1_000_000_000]).Sample((time, length) =>
        {
            var blocks = new BlockTime(length);
            var block = blocks.Of(time);
            Assert.True(blocks.StartOf(block) <= time && time < blocks.EndOf(block));
        });
    }

    [Fact]
    public void A_block_has_ended_when_the_watermark_reaches_its_end()
    {
        var blocks = new BlockTime(60_000);
        Assert.False(blocks.HasEnded(0, 59_999));
        Assert.True(blocks.HasEnded(0, 60_000));
        Assert.False(blocks.HasEnded(-1, -1));
        Assert.True(blocks.HasEnded(-1, 0));
        Assert.False(blocks.HasEnded(-5_000_000, long.MinValue));
    }

    [Fact]
    public void Without_a_row_there_is_no_watermark()
    {
        Assert.Equal(long.MinValue, BlockTime.Watermark(long.MinValue, 30_000));
        Assert.Equal(-10_000, BlockTime.Watermark(20_000, 30_000));
    }
}
