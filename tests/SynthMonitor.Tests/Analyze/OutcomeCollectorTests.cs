using SynthMonitor.Analyze;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Analyze;

/// <summary>Outcomes of all partitions, block by block.</summary>
public sealed class OutcomeCollectorTests
{
    private readonly OutcomeCollector collector = new(2);

    [Fact]
    public void A_block_is_complete_when_every_partition_has_come_as_far()
    {
        Assert.Empty(Apply(0, 5, ("v1", 3)));
        Assert.Empty(Apply(0, 6, ("v1", 1)));
        Assert.Equal(["5: v1 3"], Apply(1, 5));
        Assert.Equal(5, collector.CompleteBlock);
        Assert.Equal(["6: v1 1"], Apply(1, 9));
        Assert.Equal(6, collector.CompleteBlock);
    }

    [Fact]
    public void Partitions_and_models_add_up()
    {
        Apply(0, 5, ("v1", 3), ("v2", 1));
        Assert.Equal(["5: v1 5, v2 1"], Apply(1, 5, ("v1", 2)));
    }

    [Fact]
    public void Of_a_partition_and_block_the_first_record_counts()
    {
        Apply(0, 5, ("v1", 3));
        Assert.Empty(Apply(0, 5, ("v1", 99)));
        Assert.Empty(Apply(0, 4, ("v1", 99)));
        Assert.Equal(["5: v1 3"], Apply(1, 5));
        Assert.Empty(Apply(7, 5, ("v1", 99)));
    }

    [Fact]
    public void Counts_are_the_sum_of_the_latest_of_every_partition()
    {
        _ = collector.Apply(new OutcomeRecord(1, 0, 5, [], new JoinCounts(4, 4, 0, 0, 0, 0, 0, 9, 1))).ToList();
        _ = collector.Apply(new OutcomeRecord(1, 0, 6, [], new JoinCounts(5, 5, 0, 0, 0, 0, 0, 9, 1))).ToList();
        _ = collector.Apply(new OutcomeRecord(1, 1, 5, [], new JoinCounts(1, 0, 1, 0, 0, 0, 0, 2, 2))).ToList();
        Assert.Equal(new JoinCounts(6, 5, 1, 0, 0, 0, 0, 11, 3), collector.Counts);
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        Apply(0, 5, ("v1", 3), ("v2", 1));
        Apply(0, 6, ("v1", 1));
        var writer = new PayloadWriter();
        collector.Write(writer);
        var copy = new OutcomeCollector(2);
        copy.Read(new PayloadReader(writer.ToArray()));
        Assert.Equal(Apply(1, 6, ("v2", 1)), Texts(copy.Apply(Record(1, 6, ("v2", 1)))));
        Assert.Equal(collector.Counts, copy.Counts);
    }

    [Fact]
    public void The_judged_version_is_told_from_the_others()
    {
        var block = new OutcomeBlock(1, new SortedDictionary<string, OutcomeCounts> { ["v1"] = Counts(3), ["v2"] = Counts(2) });
        Assert.Equal((3, 0, 5), (block.Of("v1").Rows, block.Of("v9").Rows, block.Of(null).Rows));
    }

    private static OutcomeCounts Counts(int rows)
    {
        var counts = new OutcomeCounts();
        counts.Add(true, 3, rows);
        return counts;
    }

    private static OutcomeRecord Record(int partition, long block, params (string Model, int Rows)[] cells) =>
        new(1, partition, block, [.. cells.Select(cell => new OutcomeCell(cell.Model, Counts(cell.Rows)))], default);

    private static List<string> Texts(IEnumerable<OutcomeBlock> blocks) =>
        [.. blocks.Select(block => $"{block.Block}: {string.Join(", ", block.Models.Select(model => $"{model.Key} {model.Value.Rows}"))}")];

    private List<string> Apply(int partition, long block, params (string Model, int Rows)[] cells) => Texts(collector.Apply(Record(partition, block, cells)));
}
