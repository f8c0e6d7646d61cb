using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Tests.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Embedded;

/// <summary>What a member in memory does beyond the conformance of every log: zombies and wake-ups.</summary>
public sealed class EmbeddedConsumerTests : IDisposable
{
    private static readonly TopicPartition First = new("t", 0);

    private readonly EmbeddedLog log = new(TimeProvider.System);

    public EmbeddedConsumerTests() => log.Ensure(new TopicSpecification("t", 2));

    public void Dispose() => log.Dispose();

    [Fact]
    public void A_zombie_reads_on_for_some_polls_commits_nothing_and_then_comes_back()
    {
        var handler = new RecordingHandler();
        using var member = log.JoinGroup("g", ["t"]);
        member.Poll(TimeSpan.Zero, 10, handler);
        Assert.True(member.Commit(First, 0));
        member.Expire(polls: 2);
        Append(0);
        member.Poll(TimeSpan.Zero, 10, handler);
        Assert.Single(handler.Records);
        Assert.False(member.Commit(First, 1));
        member.Poll(TimeSpan.Zero, 10, handler);
        Assert.Empty(handler.Gone);
        member.Poll(TimeSpan.Zero, 10, handler);
        Assert.Equal(2, handler.Gone.Count(gone => gone.Lost));
        member.Poll(TimeSpan.Zero, 10, handler);
        Assert.True(member.Commit(First, 1));
    }

    [Fact]
    public void While_a_zombie_reads_another_member_owns_its_partitions()
    {
        var (old, heir) = (new RecordingHandler(), new RecordingHandler());
        using var zombie = log.JoinGroup("g", ["t"]);
        zombie.Poll(TimeSpan.Zero, 10, old);
        zombie.Expire(polls: 5);
        using var member = log.JoinGroup("g", ["t"]);
        member.Poll(TimeSpan.Zero, 10, heir);
        Append(0);
        zombie.Poll(TimeSpan.Zero, 10, old);
        member.Poll(TimeSpan.Zero, 10, heir);
        Assert.Equal((1, 1), (old.Records.Count, heir.Records.Count));
        Assert.Equal((false, true), (zombie.Commit(First, 1), member.Commit(First, 1)));
    }

    [Fact]
    public void Partitions_take_turns_when_a_poll_may_not_deliver_everything()
    {
        var handler = new RecordingHandler();
        using var member = log.JoinGroup("g", ["t"]);
        member.Poll(TimeSpan.Zero, 10, handler);
        for (var record = 0; record < 6; record++)
        {
            Append(record % 2);
        }

        for (var poll = 0; poll < 6; poll++)
        {
            member.Poll(TimeSpan.Zero, 1, handler);
        }

        Assert.Equal([3, 3], handler.Records.GroupBy(record => record.Source).Select(group => group.Count()));
    }

    [Fact]
    public async Task A_waiting_poll_is_woken_by_a_record()
    {
        var handler = new RecordingHandler();
        using var member = log.JoinGroup("g", ["t"]);
        Polling.Until(() => handler.Ends.Count == 2, (member, handler));
        var polled = Task.Run(() => member.Poll(TimeSpan.FromSeconds(60), 10, handler), TestContext.Current.CancellationToken);
        Append(0);
        await polled.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Single(handler.Records);
    }

    private void Append(int partition)
    {
        using var producer = log.CreateProducer();
        producer.Append(new("t", partition), [], [1]);
    }
}
