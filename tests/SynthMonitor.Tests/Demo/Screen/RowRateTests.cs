using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Demo.Screen;

namespace SynthMonitor.Tests.Demo.Screen;

public sealed class RowRateTests
{
    [Fact]
    public void It_is_that_of_the_last_seconds()
    {
        var time = new FakeTimeProvider();
        var rate = new RowRate(time);
        Assert.Equal(0, rate.Take(0));
        var (rows, last) = (0L, 0.0);
        for (var tick = 0; tick < 100; tick++)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            rows += tick < 50 ? 100 : 10;
            last = rate.Take(rows);
            if (tick == 49)
            {
                Assert.Equal(1000, last, 1e-9);
            }
        }

        Assert.Equal(100, last, 1e-9);
    }
}
