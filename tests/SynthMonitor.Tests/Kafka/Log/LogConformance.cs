using System.Text;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>What every log does with topics, records and offsets.</summary>
public abstract class LogConformance
{
    /// <summary>The log under test.</summary>
    protected abstract LogUnderTest Test { get; }

    private ILog Log => Test.Log;

    [Fact]
    public void A_topic_is_made_once_with_a_fixed_number_of_partitions()
    {
        var name = LogUnderTest.NewName("topic");
        Assert.Null(Log.Partitions(name));
        Log.Ensure(new TopicSpecification(name, 3));
        Log.Ensure(new TopicSpecification(name, 3));
        Assert.Equal(3, Log.Partitions(name));
        var failure = Assert.Throws<InvalidOperationException>(() => Log.Ensure(new TopicSpecification(name, 4)));
        Assert.Equal($"topic '{name}' has 3 partitions; expected 4", failure.Message);
    }

    [Fact]
    public void Each_partition_keeps_its_order_and_counts_its_records()
    {
        var topic = Test.CreateTopic(2);
        string[] values = [.. Enumerable.Range(0, 1000).Select(index => $"value {index}")];
        Test.Append(new(topic, 1), values);

        var records = Test.Read(new(topic, 1));
        Assert.Equal(values, records.Select(record => record.Value));
        Assert.Equal(Enumerable.Range(0, 1000).Select(index => (long)index), records.Select(record => record.Offset));
        Assert.All(records, record => Assert.Equal(new TopicPartition(topic, 1), record.Source));
        Assert.Equal((0, 1000), (Log.Start(new(topic, 1)), Log.End(new(topic, 1))));
        Assert.Equal((0, 0), (Log.Start(new(topic, 0)), Log.End(new(topic, 0))));
        Assert.Empty(Test.Read(new(topic, 0)));
    }

    [Fact]
    public void A_stretch_is_read_from_its_first_offset_to_the_one_before_its_end()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, Enumerable.Range(0, 10).Select(index => $"{index}"));
        Assert.Equal(["3", "4", "5"], Test.Read(partition, 3, 6).Select(record => record.Value));
        Assert.Equal(["8", "9"], Test.Read(partition, 8, 20).Select(record => record.Value));
        Assert.Empty(Test.Read(partition, 5, 5));
        Assert.Empty(Test.Read(partition, 10));
    }

    [Fact]
    public void A_read_can_be_stopped()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, "first", "second");
        using var stop = new CancellationTokenSource();
        var read = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => Log.Read(
            partition,
            0,
            null,
            (in LogRecord record) =>
            {
                read++;
                stop.Cancel();
            },
            stop.Token));
        Assert.Equal(1, read);
    }

    [Fact]
    public void A_failure_of_the_reader_of_a_stretch_reaches_the_caller_and_spoils_nothing()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, "first", "second");
        Assert.Throws<FormatException>(() => Log.Read(
            partition, 0, null, (in LogRecord record) => throw new FormatException(), TestContext.Current.CancellationToken));
        Assert.Equal(["first", "second"], Test.Read(partition).Select(record => record.Value));
    }

    [Fact]
    public void A_time_leads_to_the_first_record_at_or_after_it()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        for (var index = 0; index < 5; index++)
        {
            Test.Append(partition, $"{index}");
        }

        var records = Test.Read(partition);
        foreach (var record in records)
        {
            Assert.Equal(records.First(other => other.Timestamp >= record.Timestamp).Offset, Log.OffsetFor(partition, record.Timestamp));
        }

        Assert.Equal(0, Log.OffsetFor(partition, 0));
        Assert.Equal(5, Log.OffsetFor(partition, records[^1].Timestamp + 1));
    }

    [Fact]
    public void Keys_empty_values_and_tombstones_come_back_as_they_were_given()
    {
        TopicPartition partition = new(Test.CreateTopic(1, compacted: true), 0);
        using var producer = Log.CreateProducer();
        producer.Append(partition, "key"u8, "värde"u8);
        producer.Append(partition, "empty"u8, []);
        producer.AppendTombstone(partition, "key"u8);
        producer.Flush(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("key", "värde", false), ("empty", "", false), ("key", "", true)],
            Test.Read(partition).Select(record => (record.Key, record.Value, record.IsTombstone)));
    }

    [Fact]
    public void A_compacted_topic_keeps_at_least_the_last_value_of_each_key()
    {
        TopicPartition partition = new(Test.CreateTopic(1, compacted: true), 0);
        using (var producer = Log.CreateProducer())
        {
            for (var index = 0; index < 3000; index++)
            {
                producer.Append(partition, Encoding.UTF8.GetBytes($"key {index % 7}"), Encoding.UTF8.GetBytes($"{index}"));
            }

            producer.Flush(TestContext.Current.CancellationToken);
        }

        var last = Test.Read(partition).GroupBy(record => record.Key).ToDictionary(key => key.Key, key => key.Last().Value);
        Assert.Equal(Enumerable.Range(2993, 7).ToDictionary(index => $"key {index % 7}", index => $"{index}"), last);
        Assert.Equal(3000, Log.End(partition));
    }

    [Fact]
    public void A_record_of_nine_hundred_kilobytes_passes()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        var value = new byte[900_000];
        for (var index = 0; index < value.Length; index++)
        {
            value[index] = (byte)(index * 31 >> 3);
        }

        using (var producer = Log.CreateProducer())
        {
            producer.Append(partition, [], value);
            producer.Append(partition, [], "after"u8);
            producer.Flush(TestContext.Current.CancellationToken);
        }

        byte[]? first = null;
        Log.Read(partition, 0, 1, (in LogRecord record) => first = record.Value.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(value, first);
        Assert.Equal("after", Test.Read(partition, 1)[0].Value);
    }

    [Fact]
    public void What_retention_removed_is_left_out()
    {
        TopicPartition partition = new(Test.CreateTopic(1), 0);
        Test.Append(partition, Enumerable.Range(0, 100).Select(index => $"{index}"));
        Test.DropOldest(partition);
        var start = Log.Start(partition);
        Assert.True(start > 0);
        Assert.Equal(start, Test.Read(partition)[0].Offset);
        Assert.Equal(start, Log.OffsetFor(partition, 0));
    }
}
