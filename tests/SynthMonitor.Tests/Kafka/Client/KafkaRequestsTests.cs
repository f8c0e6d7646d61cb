using Confluent.Kafka;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Client;

public sealed class KafkaRequestsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly KafkaReachability reachability;
    private readonly KafkaRequests requests;

    public KafkaRequestsTests()
    {
        reachability = new KafkaReachability(new ListLogger(), time);
        requests = new KafkaRequests(reachability, time, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void What_fails_in_passing_is_tried_again()
    {
        var attempts = 0;
        var answer = requests.Run("it", () => ++attempts < 3 ? throw new KafkaException(ErrorCode.LeaderNotAvailable) : 7);
        Assert.Equal((7, 3), (answer, attempts));
    }

    [Fact]
    public void What_nobody_answers_is_given_up_after_twenty_seconds()
    {
        var attempts = 0;
        var failure = Assert.Throws<LogUnavailableException>(() => requests.Run<int>("topic 'x'", () =>
        {
            attempts++;
            time.Advance(TimeSpan.FromSeconds(10));
            throw new KafkaException(new Error(ErrorCode.Local_TimedOut, "timed out"));
        }));
        Assert.Equal(("topic 'x': timed out", 2), (failure.Message, attempts));
        Assert.True(reachability.IsLost);
        requests.Run("it", () => 1);
        Assert.False(reachability.IsLost);
    }

    [Fact]
    public void What_will_never_succeed_is_not_tried_again()
    {
        var attempts = 0;
        Assert.Throws<LogUnavailableException>(() => requests.Run<int>("it", () =>
        {
            attempts++;
            throw new KafkaException(ErrorCode.TopicAuthorizationFailed);
        }));
        Assert.Equal(1, attempts);
    }
}
