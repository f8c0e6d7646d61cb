using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Kafka;

/// <summary>Keeps what is appended, headers too.</summary>
internal sealed class RecordingProducer : ILogProducer
{
    public List<(TopicPartition Partition, byte[] Key, byte[] Value, Dictionary<string, string> Headers)> Records { get; } = [];

    /// <summary>The chunks among them.</summary>
    public List<ChunkRecord> Chunks => [.. Records
        .Where(record => record.Partition.Topic.EndsWith("profiles", StringComparison.Ordinal))
        .Select(record => (ChunkRecord)ProfilesMessage.Read(record.Value, _ => SampleEpoch.Loaded.Reference.Codebook)!)];

    /// <summary>The records of <c>rows</c> among them.</summary>
    public List<object> Rows => [.. Records
        .Where(record => record.Partition.Topic.EndsWith("rows", StringComparison.Ordinal))
        .Select(record => RowsMessage.Read(record.Value))];

    public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null) =>
        Records.Add((partition, key.ToArray(), value.ToArray(), (headers ?? []).ToDictionary(header => header.Name, header => header.Value)));

    public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key) => Records.Add((partition, key.ToArray(), [], []));

    public void Flush(CancellationToken cancellation = default)
    {
    }

    public void Dispose()
    {
    }
}
