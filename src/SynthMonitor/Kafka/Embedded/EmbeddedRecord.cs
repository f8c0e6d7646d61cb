namespace SynthMonitor.Kafka.Embedded;

/// <summary>A stored record; a null value is a tombstone.</summary>
internal sealed record EmbeddedRecord(long Offset, long Timestamp, byte[] Key, byte[]? Value);
