using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>One partition in memory: records by rising offset, the oldest dropped beyond a limit, or only the last of each key kept.</summary>
internal sealed class EmbeddedPartition(TopicPartition source, bool compacted, int maximumRecords)
{
    private const int CompactionInterval = 1024;
    private readonly List<EmbeddedRecord> records = [];
    private int sinceCompaction;

    public TopicPartition Source { get; } = source;

    public long Start { get; private set; }

    public long End { get; private set; }

    public void Append(byte[] key, byte[]? value, long timestamp)
    {
        records.Add(new EmbeddedRecord(End++, timestamp, key, value));
        if (compacted && ++sinceCompaction >= CompactionInterval)
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

    public long OffsetFor(long timestamp) => records.Find(record => record.Timestamp >= timestamp)?.Offset ?? End;

    /// <summary>Keeps the last record of each key; tombstones go once they have done their work.</summary>
    public void Compact()
    {
        sinceCompaction = 0;
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            last[Convert.ToHexString(record.Key)] = record.Offset;
        }

        records.RemoveAll(record => last[Convert.ToHexString(record.Key)] != record.Offset || record.Value is null);
    }

    private int IndexOf(long offset)
    {
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
