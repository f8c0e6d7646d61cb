using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Commands.Replay;

namespace SynthMonitor.Tests.Commands.Replay;

public sealed class PaceTests
{
    [Fact]
    public void Rows_are_due_at_the_rate()
    {
        var time = new FakeTimeProvider();
        var pace = new Pace(100, time);
        Assert.Equal(TimeSpan.Zero, pace.UntilDue(0));
        Assert.Equal(TimeSpan.FromMilliseconds(500), pace.UntilDue(50));
        time.Advance(TimeSpan.FromMilliseconds(400));
        Assert.Equal(TimeSpan.FromMilliseconds(100), pace.UntilDue(50));
        Assert.Equal(TimeSpan.Zero, pace.UntilDue(30));
    }

    [Fact]
    public void Without_a_rate_every_row_is_due_at_once() => Assert.Equal(TimeSpan.Zero, new Pace(null, new FakeTimeProvider()).UntilDue(1_000_000));

    [Fact]
    public void Waiting_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new Pace(1, new FakeTimeProvider()).Wait(50, source.Token));
    }
}
