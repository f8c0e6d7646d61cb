namespace SynthMonitor.Kafka.Log;

/// <summary>
/// The narrow view of Kafka that the roles stand on: append, read, end, offset for a time, group commit with generation fencing,
/// compaction. Thread-safe; what it makes (consumers, producers) belongs to one thread each.
/// </summary>
public interface ILog : IDisposable
{
    /// <summary>The number of partitions of a topic, or null where there is none.</summary>
    /// <exception cref="LogUnavailableException">The log cannot be reached.</exception>
    int? Partitions(string topic);

    /// <summary>Creates a topic if it is not there.</summary>
    /// <exception cref="LogUnavailableException">The log cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">It is there with another number of partitions.</exception>
    void Ensure(TopicSpecification topic);

    /// <summary>The first offset that can be read.</summary>
    long Start(TopicPartition partition);

    /// <summary>The offset that the next record will get.</summary>
    long End(TopicPartition partition);

    /// <summary>The offset of the first record whose timestamp is at or after a time; <see cref="End"/> where there is none.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="timestamp">Milliseconds since 1970-01-01T00:00:00Z.</param>
    long OffsetFor(TopicPartition partition, long timestamp);

    /// <summary>Reads one partition from an offset to the end that it has now, outside of any group.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="from">The first offset.</param>
    /// <param name="until">The offset to stop before, or null for the end as it is now.</param>
    /// <param name="handler">Called for each record, in order.</param>
    /// <param name="cancellation">Stops the read.</param>
    void Read(TopicPartition partition, long from, long? until, RecordHandler handler, CancellationToken cancellation = default);

    /// <summary>Joins a consumer group (range assignment, no automatic commits, no automatic reset).</summary>
    /// <param name="group">The group.</param>
    /// <param name="topics">The topics it shares out.</param>
    ILogConsumer Join(string group, IReadOnlyList<string> topics);

    /// <summary>Makes an idempotent producer that keeps the order of each partition without gaps.</summary>
    ILogProducer CreateProducer();
}

/// <summary>Receives one record.</summary>
public delegate void RecordHandler(in LogRecord record);
