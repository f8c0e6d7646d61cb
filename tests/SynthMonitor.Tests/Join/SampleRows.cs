using System.Text;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Join;

/// <summary>Batches and markers for the sample epoch; times in seconds since the start of its first block.</summary>
internal static class SampleRows
{
    private const int Epoch = 1;

    public static RowBatch Predictions(int partition, params (long Offset, string Key, double Seconds)[] rows)
    {
        var builder = new RowBatchBuilder(SampleEpoch.Monitor, Epoch, SampleEpoch.Features(partition), []);
        Add(rows, (offset, time, earlier, key) => builder.AddFeatures(offset, time, earlier, key, 0.75, "v1", [], []));
        return (RowBatch)RowsMessage.Read(builder.Pack());
    }

    public static RowBatch Labels(int partition, params (long Offset, string Key, double Seconds)[] rows)
    {
        var builder = new RowBatchBuilder(SampleEpoch.Monitor, Epoch, SampleEpoch.Labels(partition), []);
        Add(rows, (offset, time, earlier, key) => builder.AddLabel(offset, time, earlier, key, "1"));
        return (RowBatch)RowsMessage.Read(builder.Pack());
    }

    public static RowMarker Marker(SourcePartition source, long start, long upTo, double? seconds, bool closed = false, bool idle = false) =>
        new(SampleEpoch.Monitor, Epoch, source, start, upTo, closed, idle, seconds is { } time ? SampleEpoch.At(time) : long.MinValue);

    private static void Add((long Offset, string Key, double Seconds)[] rows, Adder add)
    {
        var earlier = long.MinValue;
        foreach (var (offset, key, seconds) in rows)
        {
            add(offset, SampleEpoch.At(seconds), earlier, Encoding.UTF8.GetBytes(key));
            earlier = Math.Max(earlier, SampleEpoch.At(seconds));
        }
    }

    private delegate void Adder(long offset, long time, long earlier, ReadOnlySpan<byte> key);
}
