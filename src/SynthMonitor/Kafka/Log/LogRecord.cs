namespace SynthMonitor.Kafka.Log;

/// <summary>One record as it was read; its spans are valid only during the call that delivers it.</summary>
/// <param name="source">Where it stands.</param>
/// <param name="offset">Its offset.</param>
/// <param name="timestamp">The log's timestamp, milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="key">The key; empty where there is none.</param>
/// <param name="value">The value; empty for a tombstone.</param>
/// <param name="isTombstone">Whether the value is null.</param>
public readonly ref struct LogRecord(
    TopicPartition source, long offset, long timestamp, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, bool isTombstone = false)
{
    /// <summary>Where it stands.</summary>
    public TopicPartition Source { get; } = source;

    /// <summary>Its offset.</summary>
    public long Offset { get; } = offset;

    /// <summary>The log's timestamp, milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>The key; empty where there is none.</summary>
    public ReadOnlySpan<byte> Key { get; } = key;

    /// <summary>The value; empty for a tombstone.</summary>
    public ReadOnlySpan<byte> Value { get; } = value;

    /// <summary>Whether the value is null.</summary>
    public bool IsTombstone { get; } = isTombstone;
}
