using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>
/// Puts the outcomes of all <c>rows</c> partitions together, block by block. Of a partition and block the first record counts; a block is
/// complete when every partition has come as far.
/// </summary>
internal sealed class OutcomeCollector(int partitions)
{
    private readonly long[] progress = [.. Enumerable.Repeat(long.MinValue, partitions)];
    private readonly JoinCounts[] counts = new JoinCounts[partitions];
    private readonly SortedDictionary<long, SortedDictionary<string, OutcomeCounts>> pending = [];

    /// <summary>The last block that is complete.</summary>
    public long CompleteBlock => progress.Min();

    /// <summary>How labels and predictions have ended in all partitions.</summary>
    public JoinCounts Counts => counts.Aggregate(default(JoinCounts), (sum, partition) => sum + partition);

    /// <summary>Takes a record, and gives the blocks that it completes.</summary>
    public IEnumerable<OutcomeBlock> Apply(OutcomeRecord record)
    {
        if (record.Partition >= progress.Length || record.Block <= progress[record.Partition])
        {
            yield break;
        }

        progress[record.Partition] = record.Block;
        counts[record.Partition] = record.Counts;
        foreach (var cell in record.Cells)
        {
            Add(record.Block, cell);
        }

        while (pending.Count > 0 && pending.First() is var (block, models) && block <= CompleteBlock)
        {
            pending.Remove(block);
            yield return new OutcomeBlock(block, models);
        }
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigneds(progress);
        foreach (var partition in counts)
        {
            partition.Write(writer);
        }

        writer.WriteCount(pending.Sum(block => block.Value.Count));
        foreach (var (block, models) in pending)
        {
            foreach (var (model, outcomes) in models)
            {
                writer.WriteSigned(block);
                writer.WriteString(model);
                outcomes.Write(writer);
            }
        }
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadSigneds().CopyTo(progress, 0);
        for (var partition = 0; partition < counts.Length; partition++)
        {
            counts[partition] = JoinCounts.Read(reader);
        }

        for (var left = reader.ReadCountOf(3); left > 0; left--)
        {
            Add(reader.ReadSigned(), new OutcomeCell(reader.ReadString(), OutcomeCounts.Read(reader)));
        }
    }

    private void Add(long block, OutcomeCell cell)
    {
        if (!pending.TryGetValue(block, out var models))
        {
            pending.Add(block, models = new SortedDictionary<string, OutcomeCounts>(StringComparer.Ordinal));
        }

        if (models.TryGetValue(cell.Model, out var sum))
        {
            sum.Add(cell.Outcomes);
        }
        else
        {
            models.Add(cell.Model, cell.Outcomes.Clone());
        }
    }
}

/// <summary>The joined outcomes of a block, by model version.</summary>
internal sealed record OutcomeBlock(long Block, IReadOnlyDictionary<string, OutcomeCounts> Models)
{
    /// <summary>The outcomes of the version that is judged, or of all where any is.</summary>
    public OutcomeCounts Of(string? model)
    {
        if (model is not null)
        {
            return Models.GetValueOrDefault(model) ?? new OutcomeCounts();
        }

        var sum = new OutcomeCounts();
        foreach (var outcomes in Models.Values)
        {
            sum.Add(outcomes);
        }

        return sum;
    }
}
