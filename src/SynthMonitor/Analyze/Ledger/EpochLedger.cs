using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Ledger;

/// <summary>
/// The ledger of one monitor in one epoch: takes chunks in any order and from any number of writers, and closes blocks of event time when
/// the watermark of every feature partition that is not idle has passed them. What it closes depends on the sources alone.
/// </summary>
internal sealed class EpochLedger
{
    private readonly Epoch epoch;
    private readonly BlockTime blocks;
    private readonly SortedDictionary<long, BlockCounts> open = [];
    private readonly SortedDictionary<SourcePartition, SourceLedger> sources = [];
    private readonly BlockJoiner joiner;

    public EpochLedger(Epoch epoch, EpochStart start)
    {
        this.epoch = epoch;
        blocks = new BlockTime(epoch.BlockMilliseconds);
        joiner = new BlockJoiner(epoch.MinimumRows, epoch.MaximumJoin);
        (FirstBlock, NextBlock) = (start.FirstBlock, start.FirstBlock);
        Add(SourceKind.Features, epoch.Features.Partitions, epoch.Features.LatenessMilliseconds, start);
        if (epoch.Labels is { } labels)
        {
            Add(SourceKind.Labels, labels.Partitions, labels.LatenessMilliseconds, start);
        }
    }

    /// <summary>The first block that this epoch judges; null where the first one seen is.</summary>
    public long? FirstBlock { get; }

    /// <summary>The first block that is not closed; null before any is.</summary>
    public long? NextBlock { get; private set; }

    /// <summary>The last block up to which no window with rows is still to come; <see cref="long.MaxValue"/> while all features are idle.</summary>
    public long JudgedBlock
    {
        get
        {
            if (FeatureSources().All(source => source.IsIdle))
            {
                return long.MaxValue;
            }

            var closed = NextBlock is { } next ? next - 1 : long.MinValue;
            var watermark = joiner.IsPending ? long.MinValue : ClosingWatermark();
            return watermark == long.MinValue ? closed : Math.Max(closed, blocks.Of(watermark) - 1);
        }
    }

    /// <summary>The ledgers of the source partitions.</summary>
    public IReadOnlyDictionary<SourcePartition, SourceLedger> Sources => sources;

    /// <summary>Rows of blocks that are not closed.</summary>
    public long OpenRows => open.Values.Sum(counts => counts.Rows)
        + sources.Values.Where(source => source.Source.Kind == SourceKind.Features && source.Open is not null)
            .Sum(source => source.Open!.Cells.Where(cell => IsOpen(source, cell.Block)).Sum(cell => cell.Rows));

    /// <summary>How the records of a source ended, open chunks included.</summary>
    public RecordCounts CountsOf(SourceKind kind)
    {
        var counts = default(RecordCounts);
        foreach (var source in sources.Values.Where(source => source.Source.Kind == kind))
        {
            counts += source.Settled;
            counts = source.Recent.Aggregate(counts, (sum, chunk) => sum + chunk.Counts);
            counts += source.Open is { } chunk ? chunk.Counts.MoveToLate(LateRows(source, chunk)) : default;
        }

        return counts;
    }

    /// <summary>Takes a chunk, and closes the blocks that it lets close.</summary>
    public IEnumerable<ClosedBlock> Apply(ChunkRecord chunk)
    {
        if (!sources.TryGetValue(chunk.Source, out var source) || !source.Apply(chunk, Fold))
        {
            yield break;
        }

        foreach (var block in CloseEnded())
        {
            yield return block;
        }
    }

    /// <summary>Where each source partition begins in an epoch that follows now.</summary>
    public ImmutableArray<SourceStart> NextStarts() =>
        [.. sources.Values.Select(source => source.StartOf(NextBlock)).OfType<SourceStart>()];

    /// <summary>What the records counted up to where the next epoch begins add up to.</summary>
    public RecordCounts CountsBefore(SourceKind kind, ImmutableArray<SourceStart> starts)
    {
        var counts = default(RecordCounts);
        foreach (var source in sources.Values.Where(source => source.Source.Kind == kind))
        {
            var start = starts.FirstOrDefault(start => start.Source == source.Source)?.Start ?? 0;
            counts += source.Settled;
            counts = source.Recent.Where(chunk => chunk.Start < start).Aggregate(counts, (sum, chunk) => sum + chunk.Counts);
        }

        return counts;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(NextBlock is not null);
        writer.WriteSigned(NextBlock ?? 0);
        joiner.Write(writer);
        writer.WriteCount(open.Count);
        foreach (var (block, counts) in open)
        {
            writer.WriteSigned(block);
            counts.Write(writer);
        }

        foreach (var source in sources.Values)
        {
            source.Write(writer);
        }
    }

    public void Read(PayloadReader reader, Codebook codebook)
    {
        var hasNext = reader.ReadBoolean();
        var next = reader.ReadSigned();
        NextBlock = hasNext ? next : null;
        joiner.Read(reader, codebook);
        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            open.Add(reader.ReadSigned(), BlockCounts.Read(reader, codebook));
        }

        foreach (var source in sources.Values)
        {
            source.Read(reader, codebook);
        }
    }

    private void Add(SourceKind kind, int partitions, long lateness, EpochStart start)
    {
        for (var partition = 0; partition < partitions; partition++)
        {
            var source = new SourcePartition(kind, partition);
            var begins = start.Sources.FirstOrDefault(candidate => candidate.Source == source);
            sources.Add(source, new SourceLedger(source, lateness, begins?.Start, begins?.Watermark ?? long.MinValue));
        }
    }

    /// <summary>Whether a cell of an open chunk belongs to a block that is not closed.</summary>
    private bool IsOpen(SourceLedger source, long block) =>
        block >= (NextBlock ?? long.MinValue) && !blocks.HasEnded(block, source.EarlierWatermark);

    /// <summary>
    /// Rows of a chunk's cells that count as late: those of a block that had ended when the chunk began, and those that an idle partition
    /// brought for a closed block. Rows before the epoch's first block were judged in the epoch before.
    /// </summary>
    private long LateRows(SourceLedger source, ChunkRecord chunk)
    {
        var late = 0L;
        foreach (var cell in chunk.Cells)
        {
            if (blocks.HasEnded(cell.Block, source.EarlierWatermark))
            {
                late += cell.Rows;
            }
        }

        if (source.Source.Kind == SourceKind.Features)
        {
            foreach (var group in chunk.Cells.GroupBy(cell => cell.Block))
            {
                var isClosed = group.Key < (NextBlock ?? long.MinValue) && group.Key >= (FirstBlock ?? long.MinValue);
                if (isClosed && !blocks.HasEnded(group.Key, source.EarlierWatermark))
                {
                    late += group.Sum(cell => cell.Rows) - source.Counted.GetValueOrDefault(group.Key);
                }
            }
        }

        return late;
    }

    private RecordCounts Fold(SourceLedger source, ChunkRecord chunk)
    {
        var counts = chunk.Counts.MoveToLate(LateRows(source, chunk));
        if (source.Source.Kind == SourceKind.Features)
        {
            foreach (var cell in chunk.Cells.Where(cell => IsOpen(source, cell.Block)))
            {
                BlockOf(cell.Block).Add(cell);
            }
        }

        return counts;
    }

    private BlockCounts BlockOf(long block)
    {
        if (!open.TryGetValue(block, out var counts))
        {
            open.Add(block, counts = new BlockCounts());
        }

        return counts;
    }

    private IEnumerable<ClosedBlock> CloseEnded()
    {
        var watermark = ClosingWatermark();
        while (FirstOpenBlock() is { } block && blocks.HasEnded(block, watermark))
        {
            var empty = NextBlock is { } next ? block - next : 0;
            var counts = Close(block);
            foreach (var closed in joiner.Close(block, empty, counts))
            {
                yield return closed;
            }
        }

        foreach (var source in sources.Values)
        {
            source.SettleBefore(NextBlock ?? long.MinValue);
        }
    }

    private BlockCounts Close(long block)
    {
        var counts = open.Remove(block, out var folded) ? folded : new BlockCounts();
        foreach (var source in FeatureSources().Where(source => source.Open is not null && IsOpen(source, block)))
        {
            var rows = 0L;
            foreach (var cell in source.Open!.Cells.Where(cell => cell.Block == block))
            {
                counts.Add(cell);
                rows += cell.Rows;
            }

            source.Counted[block] = rows;
        }

        NextBlock = block + 1;
        return counts;
    }

    /// <summary>The least watermark of the feature partitions that are not idle; <see cref="long.MinValue"/> where nothing can close.</summary>
    private long ClosingWatermark()
    {
        var active = FeatureSources().Where(source => !source.IsIdle).ToList();
        return active.Count == 0 ? long.MinValue : active.Min(source => source.Watermark);
    }

    /// <summary>The earliest block that is not closed and holds rows, or null.</summary>
    private long? FirstOpenBlock()
    {
        long? first = open.Count > 0 ? open.First().Key : null;
        foreach (var source in FeatureSources())
        {
            foreach (var cell in source.Open?.Cells ?? [])
            {
                if (IsOpen(source, cell.Block) && (first is null || cell.Block < first))
                {
                    first = cell.Block;
                }
            }
        }

        return first;
    }

    private IEnumerable<SourceLedger> FeatureSources() => sources.Values.Where(source => source.Source.Kind == SourceKind.Features);
}
