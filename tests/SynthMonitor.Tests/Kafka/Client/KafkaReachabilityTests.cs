using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Kafka.Client;

public sealed class KafkaReachabilityTests
{
    private readonly FakeTimeProvider time = new();
    private readonly ListLogger logger = new();
    private readonly KafkaReachability reachability;

    private readonly HealthCondition condition = new Health().Condition("broker");

    public KafkaReachabilityTests()
    {
        condition.Ready();
        reachability = new KafkaReachability(logger, time, condition);
    }

    [Fact]
    public void An_outage_is_told_once_with_the_reason_of_a_broker_and_again_when_it_is_over()
    {
        reachability.Failed("connection refused");
        reachability.Lost("1/1 brokers are down");
        Assert.True(reachability.IsLost);
        Pass(seconds: 9, step: 1);
        Assert.Equal(["No Kafka broker can be reached, trying on: connection refused"], logger.Lines);
        reachability.Reached();
        Assert.False(reachability.IsLost);
        Assert.Equal("Kafka can be reached again after 00:00:09", logger.Lines[^1]);
    }

    [Fact]
    public void A_long_outage_is_told_again_at_growing_intervals()
    {
        reachability.Lost("down");
        Pass(seconds: 3600, step: 1);
        var repeats = logger.Lines.Skip(1).Select(line => TimeSpan.Parse(line.Split("after ")[1].Split(": ")[0]).TotalSeconds).ToArray();
        var intervals = repeats.Zip(repeats.Prepend(1), (later, earlier) => later - earlier).ToArray();
        Assert.Equal([10, 20, 40, 80, 160, 320, 600, 600, 600, 600], intervals);
    }

    [Fact]
    public void While_an_outage_lasts_the_process_is_not_ready()
    {
        reachability.Lost("down");
        Assert.True(condition.IsReady);
        Pass(seconds: 2, step: 1);
        Assert.Equal("down", condition.Reason);
        reachability.Reached();
        Assert.True(condition.IsReady);
    }

    [Fact]
    public void What_waits_keeps_an_outage_in_mind_and_makes_none()
    {
        reachability.GoesOn();
        Assert.False(reachability.IsLost);
        reachability.Failed("connection refused");
        reachability.Lost("down");
        time.Advance(TimeSpan.FromSeconds(1));
        reachability.GoesOn();
        Assert.Equal(["No Kafka broker can be reached, trying on: connection refused"], logger.Lines);
    }

    [Fact]
    public void A_moment_without_an_answer_is_no_outage()
    {
        reachability.Lost("down");
        reachability.Reached();
        time.Advance(TimeSpan.FromSeconds(5));
        reachability.Lost("down");
        reachability.Reached();
        Assert.Empty(logger.Lines);
    }

    private void Pass(int seconds, int step)
    {
        for (var passed = 0; passed < seconds; passed += step)
        {
            time.Advance(TimeSpan.FromSeconds(step));
            reachability.Lost("down");
        }
    }
}
