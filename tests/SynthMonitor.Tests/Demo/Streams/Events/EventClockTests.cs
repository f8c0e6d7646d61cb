using SynthMonitor.Demo.Streams.Events;

namespace SynthMonitor.Tests.Demo.Streams.Events;

public sealed class EventClockTests
{
    [Fact]
    public void Rows_follow_each_other_evenly_from_a_fixed_past_date()
    {
        var clock = EventClock.Default;

        Assert.Equal("2024-01-01T00:00:00.0000000+00:00", clock.TimeOf(0).ToString("O"));
        Assert.Equal("2024-01-01T00:00:00.3000000+00:00", clock.TimeOf(1).ToString("O"));
        Assert.Equal("2024-01-01T00:01:00.0000000+00:00", clock.TimeOf(200).ToString("O"));
        Assert.Equal("2024-01-01T06:40:00.0000000+00:00", clock.TimeOf(80_000).ToString("O"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(123_456)]
    public void A_row_falls_into_the_block_whose_span_holds_its_time(long row)
    {
        var clock = EventClock.Default;
        var start = clock.Start + clock.BlockOf(row) * clock.Block;

        Assert.InRange(clock.TimeOf(row), start, start + clock.Block - TimeSpan.FromMilliseconds(1));
    }
}
