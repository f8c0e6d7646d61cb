using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Ledger;

/// <summary>Blocks of event time: when they close, what they count, and how every row ends in one way.</summary>
public sealed class EpochLedgerTests
{
    private readonly EpochLedger ledger = New();

    [Fact]
    public void A_block_closes_when_every_feature_partition_has_passed_it()
    {
        Assert.Empty(Apply(SampleChunk.Of(0, 0, 20, 95, (0, 10), (1, 10))));
        Assert.Empty(Apply(SampleChunk.Of(1, 0, 8, 89, (0, 8))));
        Assert.Equal([(0, 18)], Apply(SampleChunk.Of(1, 0, 9, 90, (0, 8), (1, 1))));
        Assert.Equal(11, ledger.OpenRows);
        Assert.Equal(SampleEpoch.FirstBlock + 1, ledger.NextBlock);
    }

    [Fact]
    public void Label_partitions_hold_no_feature_block_up()
    {
        Apply(SampleChunk.Of(0, 0, 10, 95, (0, 10)));
        Assert.Equal([(0, 10)], Apply(SampleChunk.Idle(1, 0, 0)));
        Assert.Empty(Apply(SampleChunk.Labels(0, 0, 5, 400, (6, 5))));
        Assert.Equal(5, ledger.CountsOf(SourceKind.Labels).Accepted);
    }

    [Fact]
    public void An_idle_partition_is_not_waited_for_and_what_it_brings_for_closed_blocks_is_late()
    {
        Apply(SampleChunk.Idle(1, 0, 3, 10, (0, 3)));
        Assert.Equal([(0, 13), (1, 9)], Apply(SampleChunk.Of(0, 0, 20, 155, (0, 10), (1, 9), (2, 1))));
        Assert.Empty(Apply(SampleChunk.Of(1, 0, 10, 70, (0, 5), (1, 5))));
        var counts = ledger.CountsOf(SourceKind.Features);
        Assert.Equal((7, 23, 30), (counts.Late, counts.Accepted, counts.Consumed));
        Assert.Equal(1, ledger.OpenRows);
        Apply(SampleChunk.Of(1, 0, 32, 71, (0, 5), (1, 27)));
        Assert.Equal((29, 23), (ledger.CountsOf(SourceKind.Features).Late, ledger.CountsOf(SourceKind.Features).Accepted));
    }

    [Fact]
    public void When_all_are_idle_nothing_closes()
    {
        Apply(SampleChunk.Idle(0, 0, 20, 1000, (0, 10), (1, 10)));
        Assert.Empty(Apply(SampleChunk.Idle(1, 0, 20, 1000, (0, 10), (1, 10))));
        Assert.Null(ledger.NextBlock);
    }

    [Fact]
    public void A_cell_of_a_block_that_had_ended_when_its_chunk_began_is_late()
    {
        Apply(SampleChunk.Idle(1, 0, 0));
        Apply(SampleChunk.Of(0, 0, 32, 95, (0, 32)));
        Assert.Empty(Apply(SampleChunk.Of(0, 32, 40, 96, (0, 5), (1, 3))));
        Assert.Equal((5, 35), (ledger.CountsOf(SourceKind.Features).Late, ledger.CountsOf(SourceKind.Features).Accepted));
        Assert.Equal(3, ledger.OpenRows);
        Apply(SampleChunk.Of(0, 32, 64, 97, (0, 9), (1, 23)));
        Assert.Equal((9, 55), (ledger.CountsOf(SourceKind.Features).Late, ledger.CountsOf(SourceKind.Features).Accepted));
    }

    [Fact]
    public void Blocks_of_too_few_rows_are_joined_with_the_next()
    {
        Apply(SampleChunk.Idle(1, 0, 0));
        Assert.Equal([(1, 9)], Apply(SampleChunk.Of(0, 0, 32, 155, (0, 3), (1, 6), (2, 1))));
    }

    [Fact]
    public void The_same_blocks_close_with_the_same_counts_whatever_the_order_of_prefixes()
    {
        ChunkRecord[] chunks =
        [
            SampleChunk.Of(0, 0, 10, 50, (0, 10)), SampleChunk.Of(0, 0, 20, 100, (0, 12), (1, 8)), SampleChunk.Of(0, 0, 32, 130, (0, 12), (1, 14), (2, 6)),
            SampleChunk.Of(0, 32, 50, 215, (1, 2), (2, 8), (3, 8)),
            SampleChunk.Of(1, 0, 5, 70, (0, 5)), SampleChunk.Of(1, 0, 32, 125, (0, 9), (1, 12), (2, 11)), SampleChunk.Of(1, 32, 40, 211, (3, 8)),
        ];
        string? expected = null;
        for (var seed = 0UL; seed < 200; seed++)
        {
            var random = new Data.Randomness.KeyedRandom(seed);
            var (run, ends) = (New(), new int[2]);
            var closed = new List<string>();
            while (ends[0] < 4 || ends[1] < 3)
            {
                var partition = random.Next(2);
                var count = partition == 0 ? 4 : 3;
                var index = (partition * 4) + random.Next(Math.Min(ends[partition] + 1, count - 1) + 1);
                var isNext = index - (partition * 4) == ends[partition];
                var skipsPrefix = index - (partition * 4) == ends[partition] + 1 && chunks[index].Start == chunks[index - 1].Start;
                if (index - (partition * 4) > ends[partition] && !skipsPrefix)
                {
                    continue;
                }

                closed.AddRange(run.Apply(chunks[index]).Select(block => $"{block.Block} {block.Joined} {block.Counts.Rows}"));
                ends[partition] = isNext || skipsPrefix ? index - (partition * 4) + 1 : ends[partition];
            }

            var text = $"{string.Join(", ", closed)}; {run.CountsOf(SourceKind.Features)}";
            expected ??= text;
            Assert.Equal(expected, text);
        }
    }

    [Fact]
    public void Rows_before_the_first_block_of_an_epoch_were_judged_in_the_one_before()
    {
        var next = New(1, new SourceStart(SampleEpoch.Features(0), 0, long.MinValue), new SourceStart(SampleEpoch.Features(1), 32, SampleEpoch.At(60)));
        Assert.Empty(Closed(next.Apply(SampleChunk.Idle(1, 32, 32))));
        Assert.Equal([(1, 10)], Closed(next.Apply(SampleChunk.Of(0, 0, 32, 155, (0, 20), (1, 10), (2, 2)))));
        Assert.Equal(new RecordCounts(32, 32, 0, 0, 0), next.CountsOf(SourceKind.Features));
    }

    [Fact]
    public void What_is_counted_before_the_next_epoch_and_in_it_is_everything_once()
    {
        Apply(SampleChunk.Idle(1, 0, 0));
        Apply(SampleChunk.Of(0, 0, 32, 80, (0, 32)));
        Apply(SampleChunk.Of(0, 32, 64, 130, (0, 2), (1, 20), (2, 10)));
        Apply(SampleChunk.Of(0, 64, 70, 140, (2, 6)));
        Assert.Equal(SampleEpoch.FirstBlock + 1, ledger.NextBlock);
        var starts = ledger.NextStarts();
        Assert.Equal([(0, 32L), (1, 0)], starts.Where(start => start.Source.Kind == SourceKind.Features).Select(start => (start.Source.Partition, start.Start)));
        Assert.Equal(32, ledger.CountsBefore(SourceKind.Features, starts).Consumed);
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        Apply(SampleChunk.Idle(1, 0, 3, 10, (0, 3)));
        Apply(SampleChunk.Of(0, 0, 32, 155, (0, 10), (1, 4), (2, 18)));
        Apply(SampleChunk.Of(0, 32, 40, 160, (2, 8)));
        var writer = new PayloadWriter();
        ledger.Write(writer);
        var copy = New();
        copy.Read(new PayloadReader(writer.ToArray()), SampleEpoch.Loaded.Reference.Codebook);
        var more = SampleChunk.Of(0, 32, 50, 250, (2, 8), (3, 10));
        Assert.Equal(Apply(more), Closed(copy.Apply(more)));
        Assert.Equal(ledger.CountsOf(SourceKind.Features), copy.CountsOf(SourceKind.Features));
        var (one, other) = (new PayloadWriter(), new PayloadWriter());
        ledger.Write(one);
        copy.Write(other);
        Assert.Equal(one.ToArray(), other.ToArray());
    }

    private static EpochLedger New(int? firstBlock = null, params SourceStart[] starts) =>
        new(SampleEpoch.Loaded.Epoch, SampleEpoch.Start(firstBlock is null ? null : SampleEpoch.FirstBlock + firstBlock, starts));

    private List<(long Block, long Rows)> Apply(ChunkRecord chunk) => Closed(ledger.Apply(chunk));

    private static List<(long Block, long Rows)> Closed(IEnumerable<ClosedBlock> blocks) =>
        [.. blocks.Select(block => (block.Block - SampleEpoch.FirstBlock, block.Counts.Rows))];
}
