using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// Collects the rows of one source partition for one <c>rows</c> partition and packs them column by column. Made once and used again for
/// each batch: in steady state a row of numbers allocates nothing.
/// </summary>
/// <param name="monitor">The monitor.</param>
/// <param name="epoch">The epoch.</param>
/// <param name="source">The source partition.</param>
/// <param name="features">The feature columns, in the order in which values are added; empty for labels.</param>
internal sealed class RowBatchBuilder(string monitor, int epoch, SourcePartition source, IReadOnlyList<ColumnSchema> features)
{
    private readonly PackedBuffer<long> offsets = new();
    private readonly PackedBuffer<long> times = new();
    private readonly PackedBuffer<long> earlierTimes = new();
    private readonly PackedBuffer<byte> keys = new();
    private readonly PackedBuffer<int> keyLengths = new();
    private readonly PackedBuffer<double> scores = new();
    private readonly PackedNames models = new();
    private readonly PackedNames labels = new();
    private readonly PackedBuffer<double>[] numbers = [.. features.Where(column => !column.IsNominal).Select(_ => new PackedBuffer<double>())];
    private readonly PackedNames[] names = [.. features.Where(column => column.IsNominal).Select(_ => new PackedNames())];
    private readonly PayloadWriter writer = new();
    private int nameBytes;

    public int Rows => offsets.Count;

    /// <summary>The most bytes that the texts collected so far can take.</summary>
    public int TextBytes => keys.Count + nameBytes;

    public void AddFeatures(
        long offset, long time, long earlierTime, ReadOnlySpan<byte> key, double score, string model,
        ReadOnlySpan<double> numberValues, ReadOnlySpan<string?> nameValues)
    {
        AddOrigin(offset, time, earlierTime, key);
        scores.Add(score);
        nameBytes += models.Add(model);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i].Add(numberValues[i]);
        }

        for (var i = 0; i < names.Length; i++)
        {
            nameBytes += names[i].Add(nameValues[i]);
        }
    }

    public void AddLabel(long offset, long time, long earlierTime, ReadOnlySpan<byte> key, string label)
    {
        AddOrigin(offset, time, earlierTime, key);
        nameBytes += labels.Add(label);
    }

    /// <summary>The value of a <c>rows</c> record that holds the collected rows; afterwards the builder is empty.</summary>
    public byte[] Pack()
    {
        writer.Clear();
        writer.WriteString(monitor);
        writer.WriteSigned(epoch);
        writer.WriteByte((byte)source.Kind);
        writer.WriteCount(source.Partition);
        writer.WriteSigneds(offsets.Span);
        writer.WriteSigneds(times.Span);
        writer.WriteSigneds(earlierTimes.Span);
        writer.WriteBytes(keys.Span);
        writer.WriteSigneds(keyLengths.Span);
        if (source.Kind == SourceKind.Labels)
        {
            labels.Write(writer);
        }
        else
        {
            PackedNumbers.Write(writer, scores.Span);
            models.Write(writer);
            WriteFeatures();
        }

        Clear();
        return RowsMessage.Compress(writer.Written);
    }

    private void WriteFeatures()
    {
        writer.WriteCount(features.Count);
        var (number, name) = (0, 0);
        foreach (var column in features)
        {
            writer.WriteString(column.Name);
            writer.WriteByte((byte)column.Kind);
            writer.WriteOptionalString(column.Format);
            if (column.IsNominal)
            {
                names[name++].Write(writer);
            }
            else
            {
                PackedNumbers.Write(writer, numbers[number++].Span);
            }
        }
    }

    private void AddOrigin(long offset, long time, long earlierTime, ReadOnlySpan<byte> key)
    {
        offsets.Add(offset);
        times.Add(time);
        earlierTimes.Add(earlierTime);
        keys.AddRange(key);
        keyLengths.Add(key.Length);
    }

    private void Clear()
    {
        offsets.Clear();
        times.Clear();
        earlierTimes.Clear();
        keys.Clear();
        keyLengths.Clear();
        scores.Clear();
        models.Clear();
        labels.Clear();
        nameBytes = 0;
        foreach (var column in numbers)
        {
            column.Clear();
        }

        foreach (var column in names)
        {
            column.Clear();
        }
    }
}
