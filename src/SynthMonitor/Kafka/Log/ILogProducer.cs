namespace SynthMonitor.Kafka.Log;

/// <summary>Appends records, in order and without gaps in each partition; used by one thread.</summary>
public interface ILogProducer : IDisposable
{
    /// <summary>Hands a record over; blocks while too much is on its way.</summary>
    /// <param name="partition">Where it goes.</param>
    /// <param name="key">The key; empty for none.</param>
    /// <param name="value">The value.</param>
    /// <param name="headers">Headers, or null.</param>
    /// <exception cref="LogDeliveryException">An earlier record could not be delivered; this producer is of no more use.</exception>
    void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null);

    /// <summary>Hands over a tombstone, which compaction takes as the removal of the key.</summary>
    void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key);

    /// <summary>Waits until everything handed over is acknowledged.</summary>
    /// <exception cref="LogDeliveryException">Something could not be delivered; this producer is of no more use.</exception>
    void Flush(CancellationToken cancellation = default);
}
