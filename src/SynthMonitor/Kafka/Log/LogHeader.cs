namespace SynthMonitor.Kafka.Log;

/// <summary>A header of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, as text.</param>
public readonly record struct LogHeader(string Name, string Value);
