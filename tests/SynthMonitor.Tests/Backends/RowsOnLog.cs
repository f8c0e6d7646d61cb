using System.Text;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Kafka.Embedded;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Backends;

/// <summary>An embedded log with <c>rows</c>: predictions with a number and a name, and labels.</summary>
internal sealed class RowsOnLog : IDisposable
{
    public const string Monitor = "loans";
    private readonly EmbeddedLog log;

    public RowsOnLog(int maximumRecords = 1_000_000)
    {
        log = new EmbeddedLog(Time, maximumRecords: maximumRecords);
        foreach (var topic in Topics.All)
        {
            log.Ensure(topic);
        }
    }

    public static Schema Schema { get; } = new([new ColumnSchema("x", ColumnKind.Numeric), new ColumnSchema("c", ColumnKind.Categorical)]);

    public static InternalTopics Topics { get; } = new(Partitions: 1, RowPartitions: 2);

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    public ILog Log => log;

    public long[] Ends => [.. Enumerable.Range(0, Topics.RowPartitions).Select(partition => log.End(new TopicPartition(Topics.Rows, partition)))];

    public void Predictions(params IEnumerable<PredictionRow> rows) => Predictions(1, 0, rows);

    public void Predictions(int epoch, int partition, params IEnumerable<PredictionRow> rows)
    {
        foreach (var group in rows.GroupBy(row => PartitionOf(row.Key)))
        {
            var builder = new RowBatchBuilder(Monitor, epoch, new SourcePartition(SourceKind.Features, partition), [.. Schema.Columns]);
            foreach (var row in group)
            {
                builder.AddFeatures(row.Offset, row.Time, long.MinValue, Encoding.UTF8.GetBytes(row.Key), row.Score, row.Model, [row.X], [row.C]);
            }

            Append(group.Key, builder.Pack());
        }
    }

    public void Labels(params IEnumerable<LabelRow> rows) => Labels(0, rows);

    public void Labels(int partition, params IEnumerable<LabelRow> rows)
    {
        foreach (var group in rows.GroupBy(row => PartitionOf(row.Key)))
        {
            var builder = new RowBatchBuilder(Monitor, 1, new SourcePartition(SourceKind.Labels, partition), []);
            foreach (var row in group)
            {
                builder.AddLabel(row.Offset, row.Time, long.MinValue, Encoding.UTF8.GetBytes(row.Key), row.Label);
            }

            Append(group.Key, builder.Pack());
        }
    }

    public void Append(int partition, byte[] value)
    {
        using var producer = log.CreateProducer();
        producer.Append(new TopicPartition(Topics.Rows, partition), [], value);
        producer.Flush();
    }

    public void Dispose() => log.Dispose();

    private static int PartitionOf(string key) => Murmur2.Partition(key, Topics.RowPartitions);
}

internal sealed record PredictionRow(long Offset, long Time, string Key, double X = 1, string C = "a", double Score = 0.5, string Model = "v1");

internal sealed record LabelRow(long Offset, long Time, string Key, string Label);
