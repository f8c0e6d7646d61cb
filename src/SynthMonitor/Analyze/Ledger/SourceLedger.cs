using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Ledger;

/// <summary>
/// The chunks of one source partition in one epoch. Of a chunk the greatest <c>upTo</c> wins; a chunk that starts beyond the open one folds
/// it, and what lies between is a gap; anything else is a replay.
/// </summary>
internal sealed class SourceLedger(SourcePartition source, long lateness, long? start, long watermark)
{
    private readonly List<FoldedChunk> recent = [];

    public SourcePartition Source { get; } = source;

    /// <summary>Where the open chunk starts; null until the first chunk is seen.</summary>
    public long? Expected { get; private set; } = start;

    /// <summary>The open chunk so far, or null.</summary>
    public ChunkRecord? Open { get; private set; }

    /// <summary>The watermark that the chunks before the open one have left.</summary>
    public long EarlierWatermark { get; private set; } = watermark;

    /// <summary>Counts of the folded chunks that no later epoch can read again.</summary>
    public RecordCounts Settled { get; private set; }

    /// <summary>Offsets that were lost between chunks.</summary>
    public long Gap { get; private set; }

    /// <summary>Whether the partition counts as idle.</summary>
    public bool IsIdle => Open is { Idle: true };

    /// <summary>The offset up to which the partition is known.</summary>
    public long UpTo => Open?.UpTo ?? Expected ?? 0;

    /// <summary>The watermark, the open chunk included.</summary>
    public long Watermark => Math.Max(EarlierWatermark, BlockTime.Watermark(Open?.MaximumTime ?? long.MinValue, lateness));

    /// <summary>The greatest event time seen; <see cref="long.MinValue"/> where there is none.</summary>
    public long MaximumTime => Watermark == long.MinValue ? long.MinValue : Watermark + lateness;

    /// <summary>Rows of the open chunk that closed blocks have counted.</summary>
    public Dictionary<long, long> Counted { get; } = [];

    /// <summary>Folded chunks that hold rows of blocks that may still be open.</summary>
    public IReadOnlyList<FoldedChunk> Recent => recent;

    /// <summary>Takes a chunk.</summary>
    /// <param name="chunk">The chunk so far.</param>
    /// <param name="fold">Called when a chunk can no longer change: takes its rows over and returns its counts with late rows moved.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Apply(ChunkRecord chunk, Func<SourceLedger, ChunkRecord, RecordCounts> fold)
    {
        if (Expected is not { } expected)
        {
            Expected = expected = chunk.Start;
            Gap += chunk.Skipped;
        }

        if (chunk.Start < expected || (chunk.Start == expected && Open is { } open && !Supersedes(chunk, open)))
        {
            return false;
        }

        if (chunk.Start > expected)
        {
            Gap += chunk.Start - UpTo;
            if (Open is not null)
            {
                Fold(Open, fold);
            }
        }

        (Expected, Open) = (chunk.Start, chunk);
        if (chunk.Closed)
        {
            Fold(chunk, fold);
            Expected = chunk.UpTo;
        }

        return true;
    }

    /// <summary>Settles folded chunks before those that hold rows of a block or later ones.</summary>
    public void SettleBefore(long block)
    {
        var settled = recent.TakeWhile(chunk => chunk.LastBlock < block).Count();
        foreach (var chunk in recent.Take(settled))
        {
            Settled += chunk.Counts;
        }

        recent.RemoveRange(0, settled);
    }

    /// <summary>Where the next epoch begins whose first block is given: the earliest chunk that may hold its rows.</summary>
    public SourceStart? StartOf(long? firstBlock)
    {
        if (Expected is not { } expected)
        {
            return null;
        }

        var first = recent.FirstOrDefault(chunk => firstBlock is null || chunk.LastBlock >= firstBlock);
        return first is null
            ? new SourceStart(Source, expected, EarlierWatermark)
            : new SourceStart(Source, first.Start, first.EarlierWatermark);
    }

    public void Write(Data.Storage.PayloadWriter writer)
    {
        writer.WriteBoolean(Expected is not null);
        writer.WriteSigned(Expected ?? 0);
        writer.WriteSigned(EarlierWatermark);
        Settled.Write(writer);
        writer.WriteSigned(Gap);
        writer.WriteBoolean(Open is not null);
        Open?.Write(writer);
        writer.WriteCount(Counted.Count);
        foreach (var (block, rows) in Counted.OrderBy(entry => entry.Key))
        {
            writer.WriteSigned(block);
            writer.WriteSigned(rows);
        }

        writer.WriteCount(recent.Count);
        foreach (var chunk in recent)
        {
            chunk.Write(writer);
        }
    }

    public void Read(Data.Storage.PayloadReader reader, Data.Codes.Codebook codebook)
    {
        var hasExpected = reader.ReadBoolean();
        var expected = reader.ReadSigned();
        Expected = hasExpected ? expected : null;
        EarlierWatermark = reader.ReadSigned();
        Settled = RecordCounts.Read(reader);
        Gap = reader.ReadSigned();
        Open = reader.ReadBoolean() ? ChunkRecord.Read(reader, _ => codebook) : null;
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            Counted.Add(reader.ReadSigned(), reader.ReadSigned());
        }

        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            recent.Add(FoldedChunk.Read(reader));
        }
    }

    /// <summary>The same, or less, of a chunk changes nothing; more of it, its close, or idleness at the greatest offset does.</summary>
    private static bool Supersedes(ChunkRecord chunk, ChunkRecord open) =>
        chunk.UpTo > open.UpTo || (chunk.UpTo == open.UpTo && (chunk.Closed || (chunk.Idle && !open.Idle)));

    private void Fold(ChunkRecord chunk, Func<SourceLedger, ChunkRecord, RecordCounts> fold)
    {
        var counts = fold(this, chunk);
        var lastBlock = chunk.Cells.IsEmpty ? long.MinValue : chunk.Cells.Max(cell => cell.Block);
        recent.Add(new FoldedChunk(chunk.Start, EarlierWatermark, lastBlock, counts));
        EarlierWatermark = Math.Max(EarlierWatermark, BlockTime.Watermark(chunk.MaximumTime, lateness));
        Open = null;
        Counted.Clear();
    }
}
