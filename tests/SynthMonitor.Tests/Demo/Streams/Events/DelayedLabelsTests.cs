using SynthMonitor.Demo.Streams.Events;

namespace SynthMonitor.Tests.Demo.Streams.Events;

public sealed class DelayedLabelsTests
{
    private const int Rows = 5000;
    private static readonly EventClock Clock = EventClock.Default;
    private static readonly LabelDelay Delay = LabelDelay.Default(5, Clock);

    [Fact]
    public void Labels_come_once_in_order_of_arrival_and_never_early()
    {
        var labels = new DelayedLabels(Delay);
        var arrived = new List<DelayedLabel>();
        var mostPending = 0;
        for (var row = 0; row < Rows; row++)
        {
            labels.Add(row, Clock.MillisecondsOf(row), row % 3 == 0 ? "yes" : "no");
            while (labels.TryTake(Clock.MillisecondsOf(row), out var label))
            {
                Assert.True(label.Arrival <= Clock.MillisecondsOf(row));
                arrived.Add(label);
            }

            mostPending = Math.Max(mostPending, labels.Pending);
        }

        Assert.InRange(mostPending, 300, 600);
        while (labels.TryTake(long.MaxValue, out var label))
        {
            arrived.Add(label);
        }

        Assert.Equal(0, labels.Pending);
        Assert.Equal(arrived.OrderBy(label => label.Arrival).ThenBy(label => label.Row), arrived);
        Assert.Equal(Rows, arrived.Select(label => label.Row).Distinct().Count() + labels.Lost);
        Assert.All(arrived, label =>
        {
            Assert.Equal(Delay.ArrivalOf(label.Row, Clock.MillisecondsOf(label.Row)), label.Arrival);
            Assert.Equal(label.Row % 3 == 0 ? "yes" : "no", label.Label);
        });
    }
}
