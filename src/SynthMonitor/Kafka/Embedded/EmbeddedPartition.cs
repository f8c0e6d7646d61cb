using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>One partition in memory: records by rising offset, the oldest dropped beyond a limit, or only the last of each key kept.</summary>
internal sealed class EmbeddedPartition(TopicPartition source, bool compacted, int maximumRecords)
{
    private const int CompactionInterval = 64;
    private readonly List<EmbeddedRecord> records = [];
    private int compactAt = CompactionInterval;

    public TopicPartition Source { get; } = source;

    public long Start { get; private set; }

    public long End { get; private set; }

    public void Append(byte[] key, byte[]? value, long timestamp)
    {
        records.Add(new EmbeddedRecord(End++, timestamp, key, value));
        if (compacted && records.Count >= compactAt)
        {
            Compact();
        }
        else if (!compacted && records.Count > 2L * maximumRecords)
        {
            records.RemoveRange(0, records.Count - maximumRecords);
            Start = records[0].Offset;
        }
    }

    /// <summary>The first record at or after an offset, or null.</summary>
    public EmbeddedRecord? At(long offset)
    {
        var index = IndexOf(offset);
        return index < records.Count ? records[index] : null;
    }

    /// <summary>Some records from an offset on, all before another one; empty where there are none.</summary>
    public EmbeddedRecord[] Range(long from, long until, int most)
    {
        var index = IndexOf(from);
        var count = Math.Min(IndexOf(until) - index, most);
        return count <= 0 ? [] : [.. records.GetRange(index, count)];
    }

    public long OffsetFor(long timestamp) => records.Find(record => record.Timestamp >= timestamp)?.Offset ?? End;

    /// <summary>Keeps the last record of each key; tombstones go once they have done their work.</summary>
    public void Compact()
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            last[Convert.ToHexString(record.Key)] = record.Offset;
        }

        records.RemoveAll(record => last[Convert.ToHexString(record.Key)] != record.Offset || record.Value is null);
        compactAt = (2 * records.Count) + CompactionInterval;
    }

    /// <summary>The position of the first record at or after an offset; found at once where no offset is missing before it.</summary>
    private int IndexOf(long offset)
    {
        if (offset >= End)
        {
            return records.Count;
        }

        var dense = records.Count == 0 ? -1 : offset - records[0].Offset;
        if (dense >= 0 && dense < records.Count && records[(int)dense].Offset == offset)
        {
            return (int)dense;
        }

        var low = 0;
        var high = records.Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = records[middle].Offset < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
