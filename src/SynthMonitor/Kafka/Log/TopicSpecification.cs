namespace SynthMonitor.Kafka.Log;

/// <summary>A topic that must be there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Partitions">Its number of partitions, which never changes.</param>
/// <param name="Compacted">Whether only the last record of each key is kept; otherwise old records are deleted by age.</param>
/// <param name="Retention">How long records are kept at least; null for the broker's default.</param>
public sealed record TopicSpecification(string Name, int Partitions, bool Compacted = false, TimeSpan? Retention = null);
