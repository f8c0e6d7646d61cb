namespace SynthMonitor.Kafka.Log;

/// <summary>The log cannot be reached at the moment.</summary>
public sealed class LogUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
