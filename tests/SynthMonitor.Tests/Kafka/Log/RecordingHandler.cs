using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Tests.Kafka.Log;

/// <summary>Writes down what a member is told.</summary>
/// <param name="startOf">Where a partition is read from; its start by default.</param>
/// <param name="revoked">What is done while a partition goes.</param>
public sealed class RecordingHandler(Func<TopicPartition, long>? startOf = null, Action<TopicPartition, bool>? revoked = null) : IConsumerHandler
{
    public HashSet<TopicPartition> Owned { get; } = [];

    public List<ReadRecord> Records { get; } = [];

    public List<(TopicPartition Partition, bool Lost)> Gone { get; } = [];

    public List<(TopicPartition Partition, long Offset)> Ends { get; } = [];

    public List<(TopicPartition Partition, long Position, long LogStart)> OutOfRanges { get; } = [];

    public long StartOf(TopicPartition partition)
    {
        Owned.Add(partition);
        return startOf?.Invoke(partition) ?? 0;
    }

    public void Revoked(TopicPartition partition, bool lost)
    {
        revoked?.Invoke(partition, lost);
        Owned.Remove(partition);
        Gone.Add((partition, lost));
    }

    public void Record(in LogRecord record) => Records.Add(new ReadRecord(record));

    public void EndReached(TopicPartition partition, long offset) => Ends.Add((partition, offset));

    public long OutOfRange(TopicPartition partition, long position, long logStart)
    {
        OutOfRanges.Add((partition, position, logStart));
        return logStart;
    }

    /// <summary>The values of a partition in the order in which they came.</summary>
    public IEnumerable<string> Values(TopicPartition partition) =>
        Records.Where(record => record.Source == partition).Select(record => record.Value);
}
