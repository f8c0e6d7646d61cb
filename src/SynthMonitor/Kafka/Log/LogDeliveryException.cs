namespace SynthMonitor.Kafka.Log;

/// <summary>A record could not be delivered: its producer must be discarded, and what it worked for started again from the commits.</summary>
public sealed class LogDeliveryException(string message, Exception? inner = null) : Exception(message, inner);
