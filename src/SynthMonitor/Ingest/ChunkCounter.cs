using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>Counts one chunk of a source partition, record by record.</summary>
/// <param name="start">The chunk's first offset.</param>
/// <param name="codebook">The codebook of features, or null for labels.</param>
internal sealed class ChunkCounter(long start, Codebook? codebook)
{
    private readonly SortedDictionary<CellKey, Cell> cells = [];
    private CellKey lastKey;
    private Cell? last;

    public long Start { get; } = start;

    public long UpTo { get; private set; } = start;

    public long MaximumTime { get; private set; } = long.MinValue;

    public RecordCounts Counts { get; private set; }

    public void Accept(long offset, long time, long block, string model, ReadOnlySpan<byte> codes, int faults)
    {
        var key = new CellKey(block, model);
        if (last is null || key != lastKey)
        {
            if (!cells.TryGetValue(key, out last))
            {
                cells.Add(key, last = new Cell(codebook is null ? null : new Profile(codebook)));
            }

            lastKey = key;
        }

        last.Rows++;
        last.Faults += faults;
        last.Profile?.AddRow(codes);
        Read(offset, new RecordCounts(1, 1, 0, 0, 0));
        MaximumTime = Math.Max(MaximumTime, time);
    }

    public void Late(long offset) => Read(offset, new RecordCounts(1, 0, 1, 0, 0));

    public void Reject(long offset) => Read(offset, new RecordCounts(1, 0, 0, 1, 0));

    public void DeadLetter(long offset) => Read(offset, new RecordCounts(1, 0, 0, 0, 1));

    /// <summary>The end of the partition was seen at an offset; what lies before it in the chunk was read.</summary>
    public void ReadTo(long offset) => UpTo = Math.Max(UpTo, offset);

    /// <summary>The chunk as it stands.</summary>
    public ChunkRecord ToRecord(int epoch, SourcePartition source, bool closed, bool idle, long skipped) => new(
        epoch, source, Start, UpTo, closed, idle, MaximumTime, skipped, Counts,
        [.. cells.Select(cell => new ChunkCell(cell.Key.Block, cell.Key.Model, cell.Value.Rows, cell.Value.Faults, cell.Value.Profile))]);

    private void Read(long offset, RecordCounts counted)
    {
        Counts += counted;
        UpTo = offset + 1;
    }

    private readonly record struct CellKey(long Block, string Model) : IComparable<CellKey>
    {
        public int CompareTo(CellKey other) =>
            Block != other.Block ? Block.CompareTo(other.Block) : string.CompareOrdinal(Model, other.Model);
    }

    private sealed class Cell(Profile? profile)
    {
        public Profile? Profile { get; } = profile;

        public long Rows { get; set; }

        public long Faults { get; set; }
    }
}
