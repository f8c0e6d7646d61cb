namespace SynthMonitor.Demo.Streams.Events;

/// <summary>A label that has arrived.</summary>
/// <param name="Row">The row that it belongs to.</param>
/// <param name="Arrival">When it arrived: event time in milliseconds since 1970-01-01T00:00:00Z.</param>
/// <param name="Label">The class.</param>
public readonly record struct DelayedLabel(long Row, long Arrival, string Label);
