using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>A log that the conformance tests run on, with the few things that they need and that no role may do.</summary>
public abstract class LogUnderTest
{
    private static int names;

    /// <summary>The log.</summary>
    public abstract ILog Log { get; }

    /// <summary>Joins a group as a member that <see cref="Expire"/> can take out.</summary>
    public abstract ILogConsumer JoinExpendable(string group, IReadOnlyList<string> topics);

    /// <summary>Makes the group believe that a member, which is not polled from now on, is dead.</summary>
    public abstract void Expire(ILogConsumer member);

    /// <summary>Removes the oldest records of a partition, as retention does.</summary>
    public abstract void DropOldest(TopicPartition partition);

    /// <summary>Creates a topic of a name that was not there before.</summary>
    public string CreateTopic(int partitions, bool compacted = false)
    {
        var name = NewName("topic");
        Log.Ensure(new TopicSpecification(name, partitions, compacted));
        return name;
    }

    /// <summary>A name that was not there before, not even in an earlier run on the same broker.</summary>
    public static string NewName(string kind) =>
        $"{kind}-{Environment.ProcessId}-{Environment.TickCount64}-{Interlocked.Increment(ref names)}";

    /// <summary>Appends values and waits until they are acknowledged.</summary>
    public void Append(TopicPartition partition, params IEnumerable<string> values)
    {
        using var producer = Log.CreateProducer();
        foreach (var value in values)
        {
            producer.Append(partition, [], System.Text.Encoding.UTF8.GetBytes(value));
        }

        producer.Flush(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads what stands in a stretch of a partition.</summary>
    public List<ReadRecord> Read(TopicPartition partition, long from = 0, long? until = null)
    {
        var records = new List<ReadRecord>();
        Log.Read(partition, from, until, (in LogRecord record) => records.Add(new ReadRecord(record)), TestContext.Current.CancellationToken);
        return records;
    }
}
