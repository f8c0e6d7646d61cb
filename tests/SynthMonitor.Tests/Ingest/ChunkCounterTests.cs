using SynthMonitor.Data.Codes;
using SynthMonitor.Ingest;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;

namespace SynthMonitor.Tests.Ingest;

/// <summary>What is counted of a chunk.</summary>
public sealed class ChunkCounterTests
{
    private static readonly Codebook Codebook = SampleEpoch.Loaded.Reference.Codebook;
    private static readonly byte[] Codes = new byte[Codebook.Columns.Length];

    [Fact]
    public void Rows_are_counted_by_block_and_model_in_that_order()
    {
        var chunk = new ChunkCounter(64, Codebook);
        chunk.Accept(64, 500, 5, "b", Codes, 1);
        chunk.Accept(65, 400, 4, "b", Codes, 0);
        chunk.Accept(66, 510, 5, "a", Codes, 2);
        chunk.Accept(67, 505, 5, "b", Codes, 3);
        var record = chunk.ToRecord(7, SampleEpoch.Features(1), closed: true, idle: false, skipped: 9);
        Assert.Equal([(4, "b", 1L, 0L), (5, "a", 1, 2), (5, "b", 2, 4)], record.Cells.Select(cell => (cell.Block, cell.Model, cell.Rows, cell.Faults)));
        Assert.All(record.Cells, cell => Assert.Equal(cell.Rows, cell.Profile!.Rows));
        Assert.Equal((7, 64, 68, 510, 9), (record.Epoch, record.Start, record.UpTo, record.MaximumTime, record.Skipped));
        Assert.Equal(new RecordCounts(4, 4, 0, 0, 0), record.Counts);
    }

    [Fact]
    public void Each_record_ends_in_one_way_and_only_accepted_ones_move_the_time()
    {
        var chunk = new ChunkCounter(0, Codebook);
        Assert.Equal((0, long.MinValue), (chunk.UpTo, chunk.MaximumTime));
        chunk.Late(0);
        chunk.Reject(1);
        chunk.DeadLetter(2);
        Assert.Equal(long.MinValue, chunk.MaximumTime);
        chunk.Accept(3, 10, 0, "", Codes, 0);
        Assert.Equal(new RecordCounts(4, 1, 1, 1, 1), chunk.Counts);
        Assert.True(chunk.Counts.AreConserved);
        Assert.Equal((4, 10), (chunk.UpTo, chunk.MaximumTime));
    }

    [Fact]
    public void What_was_read_never_shrinks()
    {
        var chunk = new ChunkCounter(0, null);
        chunk.Accept(9, 10, 0, "", [], 0);
        chunk.ReadTo(5);
        Assert.Equal(10, chunk.UpTo);
        chunk.ReadTo(12);
        Assert.Equal(12, chunk.UpTo);
    }

    [Fact]
    public void Labels_have_no_profile()
    {
        var chunk = new ChunkCounter(0, null);
        chunk.Accept(0, 10, 0, "", [], 0);
        Assert.Null(Assert.Single(chunk.ToRecord(1, SampleEpoch.Labels(0), false, false, 0).Cells).Profile);
    }
}
