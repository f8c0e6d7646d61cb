namespace SynthMonitor.Demo.Streams.Events;

/// <summary>A record to append to a topic.</summary>
/// <param name="Key">The key of the row: also the field that joins a prediction with its label.</param>
/// <param name="EventTime">Milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Value">A JSON object in UTF-8; the bytes are valid until the next record is asked for.</param>
public readonly record struct DemoRecord(string Key, long EventTime, ReadOnlyMemory<byte> Value);
