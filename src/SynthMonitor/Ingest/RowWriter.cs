using SynthMonitor.Data.Schemas;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>Sends the rows of one source partition to the <c>rows</c> topic, in batches by row key, and markers after them.</summary>
internal sealed class RowWriter
{
    private const int BatchRows = 1024;
    private const int BatchBytes = 1 << 18;
    private readonly ILogProducer producer;
    private readonly TopicPartition[] partitions;
    private readonly RowBatchBuilder[] builders;

    public RowWriter(
        ILogProducer producer, InternalTopics topics, string monitor, int epoch, SourcePartition source, IReadOnlyList<ColumnSchema> columns)
    {
        this.producer = producer;
        partitions = [.. Enumerable.Range(0, topics.RowPartitions).Select(partition => new TopicPartition(topics.Rows, partition))];
        builders = [.. partitions.Select(_ => new RowBatchBuilder(monitor, epoch, source, columns))];
    }

    /// <summary>The builder of the partition that a key belongs to.</summary>
    public RowBatchBuilder For(ReadOnlySpan<byte> key) => builders[Murmur2.Partition(key, builders.Length)];

    /// <summary>Sends a batch when it is full.</summary>
    public void SendIfFull(RowBatchBuilder builder)
    {
        if (builder.Rows >= BatchRows || builder.TextBytes >= BatchBytes)
        {
            Send(Array.IndexOf(builders, builder));
        }
    }

    /// <summary>Sends what there is, and after it a marker to every partition.</summary>
    public void SendAll(RowMarker marker)
    {
        var bytes = RowsMessage.ToBytes(marker);
        for (var index = 0; index < builders.Length; index++)
        {
            Send(index);
            producer.Append(partitions[index], [], bytes);
        }
    }

    private void Send(int index)
    {
        if (builders[index].Rows > 0)
        {
            producer.Append(partitions[index], [], builders[index].Pack());
        }
    }
}
