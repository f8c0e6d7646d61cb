using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>
/// A log in memory with Kafka's semantics where the roles rest on them: ordered partitions, offsets, group commits that are fenced by
/// generation, compaction. It carries the demo and the fault tests; nothing else runs on it.
/// </summary>
/// <param name="time">Stamps appended records.</param>
/// <param name="holdAppends">
/// Whether producers keep records until they are flushed or <see cref="EmbeddedProducer.Deliver"/> lets some through, as a network would.
/// </param>
/// <param name="maximumRecords">How many records a partition of a topic that is not compacted keeps at least.</param>
public sealed class EmbeddedLog(TimeProvider time, bool holdAppends = false, int maximumRecords = 1_000_000) : ILog
{
    private const int ReadRecords = 1024;
    private readonly Dictionary<string, EmbeddedPartition[]> topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmbeddedGroup> groups = new(StringComparer.Ordinal);

    /// <summary>Guards everything; pulsed when anything is appended or a group changes.</summary>
    internal object Gate { get; } = new();

    /// <inheritdoc/>
    public int? Partitions(string topic)
    {
        lock (Gate)
        {
            return topics.TryGetValue(topic, out var partitions) ? partitions.Length : null;
        }
    }

    /// <inheritdoc/>
    public void Ensure(TopicSpecification topic)
    {
        lock (Gate)
        {
            if (topics.TryGetValue(topic.Name, out var partitions))
            {
                if (partitions.Length != topic.Partitions)
                {
                    throw new InvalidOperationException($"topic '{topic.Name}' has {partitions.Length} partitions; expected {topic.Partitions}");
                }

                return;
            }

            topics.Add(topic.Name, [.. Enumerable.Range(0, topic.Partitions)
                .Select(partition => new EmbeddedPartition(new(topic.Name, partition), topic.Compacted, maximumRecords))]);
        }
    }

    /// <inheritdoc/>
    public long Start(TopicPartition partition)
    {
        lock (Gate)
        {
            return Find(partition).Start;
        }
    }

    /// <inheritdoc/>
    public long End(TopicPartition partition)
    {
        lock (Gate)
        {
            return Find(partition).End;
        }
    }

    /// <inheritdoc/>
    public long OffsetFor(TopicPartition partition, long timestamp)
    {
        lock (Gate)
        {
            return Find(partition).OffsetFor(timestamp);
        }
    }

    /// <inheritdoc/>
    public void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default)
    {
        var end = until ?? End(partition);
        for (var position = from; position < end;)
        {
            EmbeddedRecord[] records;
            lock (Gate)
            {
                records = Find(partition).Range(position, end, ReadRecords);
            }

            if (records.Length == 0)
            {
                return;
            }

            foreach (var record in records)
            {
                cancellation.ThrowIfCancellationRequested();
                handler(new LogRecord(partition, record.Offset, record.Timestamp, record.Key, record.Value, record.Value is null));
            }

            position = records[^1].Offset + 1;
        }
    }

    /// <inheritdoc/>
    public ILogConsumer Join(string group, IReadOnlyList<string> topics) => JoinGroup(group, topics);

    /// <inheritdoc/>
    public ILogProducer CreateProducer() => new EmbeddedProducer(this, holdAppends);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    internal EmbeddedConsumer JoinGroup(string group, IReadOnlyList<string> topics)
    {
        lock (Gate)
        {
            if (!groups.TryGetValue(group, out var joined))
            {
                joined = new EmbeddedGroup(this);
                groups.Add(group, joined);
            }

            return new EmbeddedConsumer(this, joined, topics);
        }
    }

    internal EmbeddedPartition Find(TopicPartition partition) => topics.TryGetValue(partition.Topic, out var partitions)
        ? partitions[partition.Partition]
        : throw new InvalidOperationException($"there is no topic '{partition.Topic}'");

    internal void Store(TopicPartition partition, byte[] key, byte[]? value)
    {
        lock (Gate)
        {
            Find(partition).Append(key, value, time.GetUtcNow().ToUnixTimeMilliseconds());
            Monitor.PulseAll(Gate);
        }
    }
}
