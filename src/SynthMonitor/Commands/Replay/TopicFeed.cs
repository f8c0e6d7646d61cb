using System.Buffers;
using SynthMonitor.Data.Formats.JsonLines;
using SynthMonitor.Data.Tables;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Commands.Replay;

/// <summary>Appends the rows of a table, in order, to a topic as JSON records.</summary>
/// <param name="log">The log.</param>
/// <param name="topic">A topic that is there.</param>
/// <param name="partitions">Its number of partitions.</param>
/// <param name="keyColumn">
/// The column whose value is the record's key, which by murmur2 also says the partition; null for records without a key, which take the
/// partitions in turn, as do rows whose key is missing.
/// </param>
internal sealed class TopicFeed(ILog log, string topic, int partitions, string? keyColumn)
{
    private const int ProgressEvery = 256;
    private static readonly TimeSpan FlushLimit = TimeSpan.FromSeconds(5);

    /// <summary>Appends all rows and waits until each is acknowledged.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="pace">How fast.</param>
    /// <param name="progress">Receives the part of the rows handed over.</param>
    /// <param name="cancellation">Stops before the next row; what was handed over before gets a few seconds to be acknowledged.</param>
    /// <returns>The number of rows handed over: fewer than the table has where the feed was stopped.</returns>
    public int Append(Table table, Pace pace, IProgress<double> progress, CancellationToken cancellation)
    {
        using var producer = log.CreateProducer();
        using var writer = new JsonRowWriter(table.Schema);
        var keys = keyColumn is null ? null : new KeyText(table[keyColumn]);
        var value = new ArrayBufferWriter<byte>();
        var row = 0;
        try
        {
            for (; row < table.Rows; row++)
            {
                pace.Wait(row, cancellation);
                var key = keys?.Of(row) ?? [];
                var partition = key.Length > 0 ? Murmur2.Partition(key, partitions) : row % partitions;
                value.ResetWrittenCount();
                writer.Write(table, row, value);
                producer.Append(new TopicPartition(topic, partition), key, value.WrittenSpan);
                if (row % ProgressEvery == 0)
                {
                    progress.Report((double)row / table.Rows);
                }
            }

            producer.Flush(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            using var limit = new CancellationTokenSource(FlushLimit);
            producer.Flush(limit.Token);
        }

        return row;
    }
}
