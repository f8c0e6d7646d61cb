using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>
/// The join of one monitor in one epoch and one <c>rows</c> partition: holds rows until the least watermark of the source partitions reaches
/// their block's end, then takes them by event time and origin. A fold of the partition's log.
/// </summary>
internal sealed class JoinState
{
    private readonly Epoch epoch;
    private readonly BlockTime blocks;
    private readonly long firstBlock;
    private readonly int partition;
    private readonly SortedDictionary<SourcePartition, SourceProgress> sources = [];
    private readonly SortedDictionary<long, List<HeldRow>> held = [];
    private readonly PairMatcher matcher;
    private readonly OutcomeCounts bins = new();
    private long closedBlock = long.MinValue;
    private long toldBlock = long.MinValue;

    public JoinState(Epoch epoch, EpochStart start, int partition)
    {
        this.epoch = epoch;
        this.partition = partition;
        var labels = epoch.Labels ?? throw new ArgumentException("a monitor without labels joins nothing", nameof(epoch));
        blocks = new BlockTime(epoch.BlockMilliseconds);
        firstBlock = start.FirstBlock ?? long.MinValue;
        matcher = new PairMatcher(
            labels.HorizonMilliseconds, labels.MaximumPending, start.FirstBlock is { } first ? blocks.StartOf(first) : long.MinValue);
        AddSources(SourceKind.Features, epoch.Features.Partitions, epoch.Features.LatenessMilliseconds, start);
        AddSources(SourceKind.Labels, labels.Partitions, labels.LatenessMilliseconds, start);
    }

    /// <summary>The epoch's number.</summary>
    public int Epoch => epoch.Number;

    /// <summary>How labels and predictions have ended so far.</summary>
    public JoinCounts Counts => matcher.Counts;

    /// <summary>Takes a batch of rows; replays of rows that were seen change nothing.</summary>
    public void Apply(RowBatch batch)
    {
        if (!sources.TryGetValue(batch.Source, out var source))
        {
            return;
        }

        for (var row = 0; row < batch.Rows; row++)
        {
            if (source.See(batch.Offsets[row]))
            {
                Hold(batch, row, source);
            }
        }
    }

    /// <summary>Takes a marker, and closes the blocks that it lets close.</summary>
    public IEnumerable<OutcomeRecord> Apply(RowMarker marker)
    {
        if (!sources.TryGetValue(marker.Source, out var source))
        {
            yield break;
        }

        source.Apply(marker);
        var active = sources.Values.Where(candidate => !candidate.IsIdle).ToList();
        var watermark = active.Count == 0 ? long.MinValue : active.Min(candidate => candidate.Watermark);
        if (watermark == long.MinValue)
        {
            yield break;
        }

        while (held.Count > 0 && held.First() is var (block, rows) && blocks.HasEnded(block, watermark))
        {
            held.Remove(block);
            var record = Close(block, rows);
            if (block >= firstBlock)
            {
                yield return record;
            }
        }

        var last = blocks.Of(watermark) - 1;
        closedBlock = Math.Max(closedBlock, last);
        if (last > toldBlock && last >= firstBlock)
        {
            toldBlock = last;
            yield return new OutcomeRecord(epoch.Number, partition, last, [], matcher.Counts);
        }
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(closedBlock);
        writer.WriteSigned(toldBlock);
        foreach (var source in sources.Values)
        {
            source.Write(writer);
        }

        writer.WriteCount(held.Count);
        foreach (var (block, rows) in held)
        {
            writer.WriteSigned(block);
            writer.WriteCount(rows.Count);
            foreach (var row in rows)
            {
                row.Write(writer);
            }
        }

        matcher.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        closedBlock = reader.ReadSigned();
        toldBlock = reader.ReadSigned();
        foreach (var source in sources.Values)
        {
            source.Read(reader);
        }

        for (var left = reader.ReadCountOf(2); left > 0; left--)
        {
            var block = reader.ReadSigned();
            for (var rows = reader.ReadCountOf(8); rows > 0; rows--)
            {
                Hold(block, HeldRow.Read(reader));
            }
        }

        matcher.Read(reader);
    }

    private void AddSources(SourceKind kind, int partitions, long lateness, EpochStart start)
    {
        for (var index = 0; index < partitions; index++)
        {
            var source = new SourcePartition(kind, index);
            var begins = start.Sources.FirstOrDefault(candidate => candidate.Source == source);
            sources.Add(source, new SourceProgress(lateness, begins?.Start ?? 0, begins?.Watermark ?? long.MinValue));
        }
    }

    /// <summary>
    /// Holds a row until its block closes. A late label is held with the block in which its own partition's watermark lies, and counted
    /// there: that block cannot have closed before, so the counts of a block do not depend on when the label came.
    /// </summary>
    private void Hold(RowBatch batch, int row, SourceProgress source)
    {
        var isLabel = batch.Source.Kind == SourceKind.Labels;
        var block = blocks.Of(batch.Times[row]);
        if (isLabel && block < firstBlock)
        {
            return;
        }

        var watermark = source.WatermarkAt(batch.EarlierTimes[row]);
        var isLate = block <= closedBlock || blocks.HasEnded(block, watermark);
        if (!isLabel && (isLate || double.IsNaN(batch.Scores[row])))
        {
            return;
        }

        block = isLate ? blocks.Of(watermark) : block;
        if (block <= closedBlock)
        {
            matcher.LateLabel();
            return;
        }

        Hold(block, new HeldRow(
            batch.Times[row],
            batch.Source,
            batch.Offsets[row],
            batch.Keys[row],
            isLabel ? 0 : bins.BinOf(batch.Scores[row]),
            isLabel ? "" : epoch.CountedModel(batch.Models[row]),
            isLabel && batch.Labels[row] == epoch.Positive));
    }

    private void Hold(long block, in HeldRow row)
    {
        if (!held.TryGetValue(block, out var rows))
        {
            held.Add(block, rows = []);
        }

        rows.Add(row);
    }

    private OutcomeRecord Close(long block, List<HeldRow> rows)
    {
        var outcomes = new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal);
        rows.Sort();
        foreach (var row in rows)
        {
            if (blocks.Of(row.Time) < block)
            {
                matcher.LateLabel();
            }
            else
            {
                matcher.Take(row, outcomes);
            }
        }

        matcher.ExpireBefore(blocks.EndOf(block));
        (closedBlock, toldBlock) = (block, block);
        return new OutcomeRecord(
            epoch.Number, partition, block, [.. outcomes.Select(cell => new OutcomeCell(cell.Key, cell.Value))], matcher.Counts);
    }
}
