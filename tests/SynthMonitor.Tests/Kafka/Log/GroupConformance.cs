using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>What every log does with consumer groups.</summary>
public abstract class GroupConformance
{
    private readonly string group = LogUnderTest.NewName("group");

    /// <summary>The log under test.</summary>
    protected abstract LogUnderTest Test { get; }

    private ILog Log => Test.Log;

    [Fact]
    public void A_lone_member_gets_every_partition_and_reads_each_from_where_it_says_to_its_end()
    {
        var topic = Test.CreateTopic(2);
        Test.Append(new(topic, 0), "a", "b", "c");
        Test.Append(new(topic, 1), "d");
        var handler = new RecordingHandler(partition => partition.Partition == 0 ? 1 : 0);
        using var member = Log.Join(group, [topic]);
        Polling.Until(() => handler.Ends.Count >= 2, (member, handler));
        Assert.Equal([new(topic, 0), new(topic, 1)], handler.Owned.OrderBy(partition => partition.Partition));
        Assert.Equal(["b", "c"], handler.Values(new(topic, 0)));
        Assert.Equal(["d"], handler.Values(new(topic, 1)));
        Assert.Equal([(new(topic, 0), 3), (new TopicPartition(topic, 1), 1)], handler.Ends.OrderBy(end => end.Partition.Partition));

        Test.Append(new(topic, 1), "e");
        Polling.Until(() => handler.Ends.Contains((new(topic, 1), 2)), (member, handler));
        Assert.Equal(["d", "e"], handler.Values(new(topic, 1)));
        Assert.Empty(handler.Gone);
    }

    [Fact]
    public void Records_of_two_topics_name_their_topic()
    {
        string[] topics = [Test.CreateTopic(1), Test.CreateTopic(1)];
        Test.Append(new(topics[0], 0), "a");
        Test.Append(new(topics[1], 0), "b");
        var handler = new RecordingHandler();
        using var member = Log.Join(group, topics);
        Polling.Until(() => handler.Records.Count == 2, (member, handler));
        Assert.Equal(["a"], handler.Values(new(topics[0], 0)));
        Assert.Equal(["b"], handler.Values(new(topics[1], 0)));
    }

    [Fact]
    public void What_a_group_committed_is_there_for_its_next_member()
    {
        var topic = Test.CreateTopic(2);
        var handler = new RecordingHandler();
        using (var member = Log.Join(group, [topic]))
        {
            Polling.Until(() => handler.Owned.Count == 2, (member, handler));
            Assert.Null(member.Committed(new(topic, 0)));
            Assert.True(member.Commit(new(topic, 0), 7));
            Assert.Equal(7, member.Committed(new(topic, 0)));
        }

        using var next = Log.Join(group, [topic]);
        Assert.Equal(7, next.Committed(new(topic, 0)));
        Assert.Null(next.Committed(new(topic, 1)));
    }

    [Fact]
    public void A_start_can_be_committed_before_the_first_read()
    {
        var topic = Test.CreateTopic(1);
        Test.Append(new(topic, 0), "a", "b");
        using var member = Log.Join(group, [topic]);
        var handler = new RecordingHandler(partition =>
        {
            Assert.Null(member.Committed(partition));
            Assert.True(member.Commit(partition, 1));
            return 1;
        });
        Polling.Until(() => handler.Records.Count == 1, (member, handler));
        Assert.Equal(1, member.Committed(new(topic, 0)));
        Assert.Equal(["b"], handler.Values(new(topic, 0)));
    }

    [Fact]
    public void Two_members_share_the_partitions_of_all_topics_out_in_the_same_runs()
    {
        string[] topics = [Test.CreateTopic(3), Test.CreateTopic(3)];
        RecordingHandler one = new(), two = new();
        using var first = Log.Join(group, topics);
        using var second = Log.Join(group, topics);
        Polling.Until(() => one.Owned.Count > 0 && two.Owned.Count > 0 && one.Owned.Count + two.Owned.Count == 6, (first, one), (second, two));
        Assert.Empty(one.Owned.Intersect(two.Owned));
        foreach (var handler in new[] { one, two })
        {
            var runs = topics.Select(topic => handler.Owned.Where(partition => partition.Topic == topic).Select(partition => partition.Partition).Order()).ToArray();
            Assert.Equal(runs[0], runs[1]);
            Assert.True(runs[0].SequenceEqual([0, 1]) || runs[0].SequenceEqual([2]));
        }
    }

    [Fact]
    public void Whoever_gives_a_partition_back_can_still_commit_it_for_the_next_owner()
    {
        var topic = Test.CreateTopic(2);
        Test.Append(new(topic, 0), "a", "b", "c");
        Test.Append(new(topic, 1), "d", "e");
        using var first = Log.Join(group, [topic]);
        var read = new Dictionary<TopicPartition, long>();
        var one = new RecordingHandler(revoked: (partition, lost) => Assert.True(!lost && first.Commit(partition, read[partition])));
        Polling.Until(() => one.Ends.Count == 2, (first, one));
        read[new(topic, 0)] = 3;
        read[new(topic, 1)] = 2;

        using var second = Log.Join(group, [topic]);
        var two = new RecordingHandler(partition => second.Committed(partition)!.Value);
        Polling.Until(() => two.Owned.Count == 1 && one.Owned.Count == 1 && two.Ends.Count == 1, (first, one), (second, two));
        Assert.Equal(2, one.Gone.Count);
        Assert.Empty(two.Records);
        Assert.Equal(read[two.Owned.Single()], two.Ends.Single().Offset);
    }

    [Fact]
    public void A_zombie_commits_nothing_and_hears_that_its_partitions_are_lost()
    {
        var topic = Test.CreateTopic(1);
        RecordingHandler one = new(), two = new();
        using var zombie = Test.JoinExpendable(group, [topic]);
        Polling.Until(() => one.Owned.Count == 1, (zombie, one));
        Assert.True(zombie.Commit(new(topic, 0), 1));

        Test.Expire(zombie);
        using var heir = Log.Join(group, [topic]);
        Polling.Until(() => two.Owned.Count == 1, (heir, two));
        Assert.True(heir.Commit(new(topic, 0), 5));
        Assert.False(zombie.Commit(new(topic, 0), 2));
        Assert.Equal(5, heir.Committed(new(topic, 0)));

        Polling.Until(() => one.Gone.Count == 1, (zombie, one), (heir, two));
        Assert.Equal([(new(topic, 0), true)], one.Gone);
        Assert.False(zombie.Commit(new(topic, 0), 2));
    }

    [Fact]
    public void A_paused_partition_is_silent_until_it_is_resumed_and_then_misses_nothing()
    {
        var topic = Test.CreateTopic(2);
        Test.Append(new(topic, 0), "a", "b");
        Test.Append(new(topic, 1), "c", "d");
        var handler = new RecordingHandler();
        using var member = Log.Join(group, [topic]);
        Polling.Until(() => handler.Owned.Count == 2, (member, handler));
        member.Pause(new(topic, 0));
        var before = handler.Values(new(topic, 0)).Count();
        Polling.Until(() => handler.Ends.Exists(end => end.Partition.Partition == 1), (member, handler));
        Test.Append(new(topic, 1), "e");
        Polling.Until(() => handler.Values(new(topic, 1)).Count() == 3, (member, handler));
        Assert.Equal(before, handler.Values(new(topic, 0)).Count());

        member.Resume(new(topic, 0));
        Polling.Until(() => handler.Values(new(topic, 0)).Count() == 2, (member, handler));
        Assert.Equal(["a", "b"], handler.Values(new(topic, 0)));
        Assert.Equal(["c", "d", "e"], handler.Values(new(topic, 1)));
    }

    [Fact]
    public void A_pause_ends_with_the_assignment()
    {
        var topic = Test.CreateTopic(1);
        var handler = new RecordingHandler();
        using var member = Log.Join(group, [topic]);
        Polling.Until(() => handler.Owned.Count == 1, (member, handler));
        member.Pause(new(topic, 0));
        var other = new RecordingHandler();
        using (var second = Log.Join(group, [topic]))
        {
            Polling.Until(() => handler.Gone.Count == 1 && handler.Owned.Count + other.Owned.Count == 1, (member, handler), (second, other));
        }

        Test.Append(new(topic, 0), "a");
        Polling.Until(() => handler.Records.Count == 1, (member, handler));
        Assert.Equal(["a"], handler.Values(new(topic, 0)));
    }

    [Fact]
    public void A_seek_goes_back_and_forth()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, "a", "b", "c");
        var handler = new RecordingHandler();
        using var member = Log.Join(group, [partition.Topic]);
        Polling.Until(() => handler.Records.Count == 3, (member, handler));
        member.Seek(partition, 1);
        Polling.Until(() => handler.Records.Count == 5, (member, handler));
        Assert.Equal(["a", "b", "c", "b", "c"], handler.Values(partition));
    }

    [Fact]
    public void A_position_that_retention_has_passed_is_asked_for_again()
    {
        var topic = Test.CreateTopic(2);
        TopicPartition old = new(topic, 0), other = new(topic, 1);
        Test.Append(old, Enumerable.Range(0, 10).Select(index => $"{index}"));
        Test.Append(other, "a", "b");
        Test.DropOldest(old);
        var start = Log.Start(old);
        var handler = new RecordingHandler();
        using var member = Log.Join(group, [topic]);
        Polling.Until(() => handler.Ends.Select(end => end.Partition).Distinct().Count() == 2, (member, handler));
        Assert.Equal([(old, 0, start)], handler.OutOfRanges);
        Assert.Equal(start, handler.Records.First(record => record.Source == old).Offset);
        Assert.Equal(["a", "b"], handler.Values(other));
    }

    [Fact]
    public void A_poll_delivers_no_more_than_it_was_asked_for()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, Enumerable.Range(0, 50).Select(index => $"{index}"));
        var handler = new RecordingHandler();
        using var member = Log.Join(group, [partition.Topic]);
        Polling.Until(() => handler.Owned.Count == 1, (member, handler));
        for (var before = handler.Records.Count; before < 50; before = handler.Records.Count)
        {
            member.Poll(TimeSpan.FromMilliseconds(20), 7, handler);
            Assert.InRange(handler.Records.Count - before, 0, 7);
        }
    }
}
