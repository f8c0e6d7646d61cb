namespace SynthMonitor.Kafka.Log;

/// <summary>A member of a consumer group; used by one thread.</summary>
public interface ILogConsumer : IDisposable
{
    /// <summary>Delivers what has happened: assignments first, then records of the partitions that are not paused.</summary>
    /// <param name="wait">How long to wait for the first thing.</param>
    /// <param name="maximum">The most records to deliver.</param>
    /// <param name="handler">Called on this thread.</param>
    /// <returns>The number of records and events delivered.</returns>
    /// <exception cref="LogUnavailableException">The log cannot be reached at the moment; poll again.</exception>
    int Poll(TimeSpan wait, int maximum, IConsumerHandler handler);

    /// <summary>The offset that the group has committed for a partition, or null.</summary>
    long? Committed(TopicPartition partition);

    /// <summary>Commits the offset to start from next time.</summary>
    /// <returns>False where this member no longer owns the partition (its generation is fenced).</returns>
    bool Commit(TopicPartition partition, long offset);

    /// <summary>Sets where an assigned partition is read next.</summary>
    void Seek(TopicPartition partition, long offset);

    /// <summary>Stops the delivery of an assigned partition.</summary>
    void Pause(TopicPartition partition);

    /// <summary>Takes the delivery of a paused partition up again.</summary>
    void Resume(TopicPartition partition);
}
