using SynthMonitor.Demo.Streams.Events;

namespace SynthMonitor.Tests.Demo.Streams.Events;

public sealed class LabelDelayTests
{
    private static readonly LabelDelay Delay = LabelDelay.Default(5, EventClock.Default);

    [Fact]
    public void Labels_come_after_one_to_three_blocks_and_a_few_never()
    {
        var delays = Enumerable.Range(0, 20_000).Select(row => Delay.ArrivalOf(row, 1000) - 1000).ToList();

        Assert.InRange(delays.Count(delay => delay is null) / 20_000.0, 0.017, 0.023);
        Assert.InRange(delays.OfType<long>().Min(), 60_000, 60_100);
        Assert.InRange(delays.OfType<long>().Max(), 179_900, 180_000);
        Assert.InRange(delays.OfType<long>().Average(), 119_000, 121_000);
    }

    [Fact]
    public void The_delay_hangs_on_seed_and_row_alone()
    {
        Assert.Equal(Delay.ArrivalOf(7, 0) + 500, Delay.ArrivalOf(7, 500));
        Assert.NotEqual(Delay.ArrivalOf(7, 0), Delay.ArrivalOf(8, 0));
        Assert.NotEqual(Delay.ArrivalOf(7, 0), (Delay with { Seed = 6 }).ArrivalOf(7, 0));
    }
}
