using SynthMonitor.Analyze.Ledger;
using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Analyze.Ledger;

/// <summary>The chunks of one source partition: which count, what is a replay and what a gap.</summary>
public sealed class SourceLedgerTests
{
    private readonly SourceLedger ledger = New();
    private readonly List<(long Start, long UpTo)> folded = [];

    [Fact]
    public void Of_a_chunk_the_greatest_upTo_wins()
    {
        Assert.True(Apply(SampleChunk.Of(0, 0, 5, 1, (0, 5))));
        Assert.False(Apply(SampleChunk.Of(0, 0, 5, 1, (0, 5))));
        Assert.False(Apply(SampleChunk.Of(0, 0, 3, 1, (0, 3))));
        Assert.True(Apply(SampleChunk.Of(0, 0, 9, 2, (0, 9))));
        Assert.Equal((9, SampleEpoch.At(2)), (ledger.UpTo, ledger.MaximumTime));
        Assert.Empty(folded);
    }

    [Fact]
    public void A_closed_chunk_is_folded_once_and_its_replays_change_nothing()
    {
        Assert.True(Apply(SampleChunk.Of(0, 0, 32, 40, (0, 32))));
        Assert.Null(ledger.Open);
        Assert.Equal((32, SampleEpoch.At(10)), (ledger.Expected, ledger.EarlierWatermark));
        Assert.False(Apply(SampleChunk.Of(0, 0, 32, 40, (0, 32))));
        Assert.False(Apply(SampleChunk.Of(0, 0, 7, 4, (0, 7))));
        Assert.True(Apply(SampleChunk.Of(0, 32, 40, 41, (0, 8))));
        Assert.False(Apply(SampleChunk.Of(0, 0, 32, 40, (0, 32))));
        Assert.Equal([(0, 32)], folded);
        Assert.Equal(0, ledger.Gap);
    }

    [Fact]
    public void A_chunk_beyond_the_open_one_folds_it_and_leaves_a_gap_of_known_size()
    {
        Apply(SampleChunk.Of(0, 0, 5, 100, (1, 5)));
        Assert.True(Apply(SampleChunk.Of(0, 96, 97, 90, (1, 1))));
        Assert.Equal([(0, 5)], folded);
        Assert.Equal((91, 96, SampleEpoch.At(70)), (ledger.Gap, ledger.Expected, ledger.EarlierWatermark));
        Assert.False(Apply(SampleChunk.Of(0, 32, 64, 80, (1, 32))));
        Apply(SampleChunk.Of(0, 96, 128, 99, (1, 32)));
        Apply(SampleChunk.Of(0, 160, 161, 99, (1, 1)));
        Assert.Equal(91 + 32, ledger.Gap);
    }

    [Fact]
    public void The_first_chunk_of_an_epoch_without_starts_sets_where_it_begins()
    {
        Assert.Null(ledger.Expected);
        Apply(SampleChunk.Of(0, 64, 65, 1, (0, 1)) with { Skipped = 7 });
        Assert.Equal((64, 7), (ledger.Expected, ledger.Gap));
    }

    [Fact]
    public void Offsets_before_the_first_chunk_of_an_epoch_with_starts_are_a_gap()
    {
        var begun = New(32, SampleEpoch.At(5));
        begun.Apply(SampleChunk.Of(0, 64, 65, 1, (0, 1)), (_, chunk) => chunk.Counts);
        Assert.Equal((32, SampleEpoch.At(5)), (begun.Gap, begun.Watermark));
    }

    [Fact]
    public void Idleness_counts_while_its_upTo_is_the_greatest_known()
    {
        Apply(SampleChunk.Of(0, 0, 5, 1, (0, 5)));
        Assert.False(Apply(SampleChunk.Idle(0, 0, 4)));
        Assert.False(ledger.IsIdle);
        Assert.True(Apply(SampleChunk.Idle(0, 0, 5, 1, (0, 5))));
        Assert.True(ledger.IsIdle);
        Assert.False(Apply(SampleChunk.Of(0, 0, 5, 1, (0, 5))));
        Assert.True(ledger.IsIdle);
        Assert.True(Apply(SampleChunk.Of(0, 0, 6, 1, (0, 6))));
        Assert.False(ledger.IsIdle);
    }

    [Fact]
    public void An_empty_chunk_can_be_idle_and_leaves_no_watermark()
    {
        Assert.True(Apply(SampleChunk.Idle(0, 0, 0)));
        Assert.True(ledger.IsIdle);
        Assert.Equal((long.MinValue, long.MinValue), (ledger.Watermark, ledger.MaximumTime));
    }

    [Fact]
    public void The_next_epoch_begins_at_the_earliest_chunk_that_holds_a_row_of_its_first_block()
    {
        Apply(SampleChunk.Of(0, 0, 32, 100, (0, 32)));
        Apply(SampleChunk.Of(0, 32, 64, 200, (1, 2), (3, 30)));
        Apply(SampleChunk.Of(0, 64, 96, 250, (2, 32)));
        Apply(SampleChunk.Of(0, 96, 97, 300, (4, 1)));
        Assert.Equal(new SourceStart(ledger.Source, 32, SampleEpoch.At(70)), Start(3));
        Assert.Equal(new SourceStart(ledger.Source, 32, SampleEpoch.At(70)), Start(2));
        Assert.Equal(new SourceStart(ledger.Source, 0, long.MinValue), Start(0));
        Assert.Equal(new SourceStart(ledger.Source, 96, SampleEpoch.At(220)), Start(4));
        Assert.Equal(new SourceStart(ledger.Source, 96, SampleEpoch.At(220)), Start(9));
    }

    [Fact]
    public void While_no_block_is_closed_the_next_epoch_begins_at_the_first_chunk()
    {
        Assert.Null(ledger.StartOf(null));
        Apply(SampleChunk.Of(0, 0, 32, 100, (0, 32)));
        Apply(SampleChunk.Of(0, 32, 33, 100, (0, 1)));
        Assert.Equal(new SourceStart(ledger.Source, 0, long.MinValue), ledger.StartOf(null));
    }

    [Fact]
    public void Chunks_are_settled_in_order_and_keep_their_counts()
    {
        Apply(SampleChunk.Of(0, 0, 32, 100, (0, 32)));
        Apply(SampleChunk.Of(0, 32, 64, 200, (3, 32)));
        Apply(SampleChunk.Of(0, 64, 96, 210, (1, 32)));
        ledger.SettleBefore(SampleEpoch.FirstBlock + 2);
        Assert.Equal(32, ledger.Settled.Accepted);
        Assert.Equal([32, 64], ledger.Recent.Select(chunk => chunk.Start));
        ledger.SettleBefore(SampleEpoch.FirstBlock + 4);
        Assert.Equal(96, ledger.Settled.Accepted);
        Assert.Empty(ledger.Recent);
    }

    [Fact]
    public void It_goes_on_as_it_was_written()
    {
        Apply(SampleChunk.Of(0, 0, 32, 100, (0, 32)));
        Apply(SampleChunk.Of(0, 64, 66, 200, (2, 2)));
        ledger.Counted[SampleEpoch.FirstBlock + 2] = 1;
        var writer = new PayloadWriter();
        ledger.Write(writer);
        var copy = New();
        copy.Read(new PayloadReader(writer.ToArray()), SampleEpoch.Loaded.Reference.Codebook);
        Assert.Equal((ledger.Expected, ledger.Gap, ledger.Watermark, ledger.UpTo), (copy.Expected, copy.Gap, copy.Watermark, copy.UpTo));
        Assert.Equal(ledger.Recent, copy.Recent);
        Assert.Equal(ledger.Counted, copy.Counted);
        var again = new PayloadWriter();
        copy.Write(again);
        Assert.Equal(writer.ToArray(), again.ToArray());
    }

    private static SourceLedger New(long? start = null, long watermark = long.MinValue) => new(SampleEpoch.Features(0), 30_000, start, watermark);

    private bool Apply(ChunkRecord chunk) => ledger.Apply(chunk, (_, whole) =>
    {
        folded.Add((whole.Start, whole.UpTo));
        return whole.Counts;
    });

    private SourceStart? Start(int block) => ledger.StartOf(SampleEpoch.FirstBlock + block);
}
