namespace SynthMonitor.Kafka.Log;

/// <summary>What a member of a consumer group is told while it polls.</summary>
public interface IConsumerHandler
{
    /// <summary>
    /// Partitions came. The answer says where each is read from; nothing is read before.
    /// </summary>
    long StartOf(TopicPartition partition);

    /// <summary>A partition goes. Unless it is lost already, what was read can still be published and committed now.</summary>
    void Revoked(TopicPartition partition, bool lost);

    /// <summary>A record was read.</summary>
    void Record(in LogRecord record);

    /// <summary>The end of a partition was reached; <paramref name="offset"/> is what its next record will get.</summary>
    void EndReached(TopicPartition partition, long offset);

    /// <summary>The position is no longer in the log. The answer says where to go on.</summary>
    long OutOfRange(TopicPartition partition, long position, long logStart);
}
