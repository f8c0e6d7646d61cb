using System.Text;
using SynthMonitor.Ingest;
using SynthMonitor.Ingest.Json;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Tests.Epochs;
using SynthMonitor.Tests.Kafka;

namespace SynthMonitor.Tests.Ingest;

/// <summary>Ingest of one partition: where chunks are cut, what is published when, and how records end.</summary>
public sealed class PartitionIngestTests : IDisposable
{
    private readonly RecordingProducer producer = new();

    public void Dispose() => producer.Dispose();

    [Fact]
    public void Chunks_are_cut_at_fixed_offsets()
    {
        var ingest = New();
        for (var offset = 0; offset < 70; offset++)
        {
            Feed(ingest, offset, SampleEpoch.FeatureRecord($"k{offset}", offset));
        }

        Assert.Equal([(0, 32, true), (32, 64, true)], producer.Chunks.Select(chunk => (chunk.Start, chunk.UpTo, chunk.Closed)));
        Assert.Equal(64, ingest.CommitOffset);
        Assert.All(producer.Chunks, chunk => Assert.Equal(32, chunk.Counts.Accepted));
        ingest.PublishSoFar();
        Assert.Equal((64, 70, false), Last(chunk => (chunk.Start, chunk.UpTo, chunk.Closed)));
        ingest.PublishSoFar();
        Assert.Equal(3, producer.Chunks.Count);
    }

    [Fact]
    public void A_jump_in_offsets_closes_every_chunk_that_it_passes()
    {
        var ingest = New();
        Feed(ingest, 3, SampleEpoch.FeatureRecord("a", 0));
        Feed(ingest, 100, SampleEpoch.FeatureRecord("b", 1));
        Assert.Equal([(0, 32, 1), (32, 64, 0), (64, 96, 0)], producer.Chunks.Select(chunk => (chunk.Start, chunk.UpTo, chunk.Counts.Consumed)));
        Assert.Equal(96, ingest.CommitOffset);
    }

    [Fact]
    public void The_end_of_the_partition_closes_a_chunk_without_a_record_behind_it()
    {
        var ingest = New();
        Feed(ingest, 31, SampleEpoch.FeatureRecord("a", 0));
        Assert.Empty(producer.Chunks);
        ingest.EndReached(31);
        Assert.Empty(producer.Chunks);
        ingest.EndReached(32);
        Assert.Equal((0, 32, true), Last(chunk => (chunk.Start, chunk.UpTo, chunk.Closed)));
    }

    [Fact]
    public void A_prefix_is_published_once_for_each_block_that_the_watermark_enters()
    {
        var ingest = New();
        Feed(ingest, 0, SampleEpoch.FeatureRecord("a", 10));
        ingest.PublishIfBlockEnded();
        Assert.Single(producer.Chunks);
        Feed(ingest, 1, SampleEpoch.FeatureRecord("b", 29));
        ingest.PublishIfBlockEnded();
        Assert.Single(producer.Chunks);
        Feed(ingest, 2, SampleEpoch.FeatureRecord("c", 95));
        ingest.PublishIfBlockEnded();
        ingest.PublishIfBlockEnded();
        Assert.Equal([(1, 1), (3, 3)], producer.Chunks.Select(chunk => (chunk.UpTo, chunk.Counts.Accepted)));
        Assert.Equal(SampleEpoch.At(65), ingest.Watermark);
    }

    [Fact]
    public void A_row_is_late_when_its_block_ended_before_the_watermark_of_the_rows_before_it()
    {
        var ingest = New();
        Feed(ingest, 0, SampleEpoch.FeatureRecord("a", 89.999));
        Feed(ingest, 1, SampleEpoch.FeatureRecord("b", 5));
        Feed(ingest, 2, SampleEpoch.FeatureRecord("c", 90));
        Feed(ingest, 3, SampleEpoch.FeatureRecord("d", 59.999));
        Feed(ingest, 4, SampleEpoch.FeatureRecord("e", 60));
        ingest.PublishSoFar();
        Assert.Equal(new RecordCounts(5, 4, 1, 0, 0), Last(chunk => chunk.Counts));
        Assert.Equal([0L, 1, 2, 3, 4], producer.Rows.OfType<RowBatch>().SelectMany(batch => batch.Offsets).Order());
    }

    [Fact]
    public void Lateness_is_judged_against_the_chunk_alone()
    {
        var ingest = New();
        Feed(ingest, 0, SampleEpoch.FeatureRecord("a", 1000));
        Feed(ingest, 32, SampleEpoch.FeatureRecord("b", 5));
        ingest.PublishSoFar();
        Assert.Equal(1, Last(chunk => chunk.Counts.Accepted));
        Assert.Equal(long.MinValue, producer.Rows.OfType<RowBatch>().Last().EarlierTimes[0]);
    }

    [Fact]
    public void What_cannot_be_used_goes_to_the_dead_letters_with_its_reason_and_origin()
    {
        var ingest = New();
        Feed(ingest, 0, "{broken"u8);
        Feed(ingest, 1, """{"ts":1704067200000}"""u8);
        Feed(ingest, 2, SampleEpoch.FeatureRecord("a", 3601), timestamp: SampleEpoch.At(0));
        Feed(ingest, 3, SampleEpoch.FeatureRecord("a", 3600), timestamp: SampleEpoch.At(0));
        ingest.PublishSoFar();
        Assert.Equal(new RecordCounts(4, 1, 0, 2, 1), Last(chunk => chunk.Counts));
        var letters = producer.Records.Where(record => record.Partition.Topic.EndsWith("dead-letters", StringComparison.Ordinal)).ToList();
        Assert.Equal([DeadLetterReason.Malformed, DeadLetterReason.NoKey, DeadLetterReason.Future], letters.Select(letter => letter.Headers["reason"]));
        Assert.Contains("BytePosition", letters[0].Headers["exception"], StringComparison.Ordinal);
        Assert.Equal("", letters[1].Headers["exception"]);
        Assert.Equal("{broken", Encoding.UTF8.GetString(letters[0].Value));
        Assert.Equal(
            (SampleLog.FeatureTopic, "1", "2", "1704067200000", SampleEpoch.Monitor),
            (letters[2].Headers["topic"], letters[2].Headers["partition"], letters[2].Headers["offset"], letters[2].Headers["timestamp"], letters[2].Headers["monitor"]));
    }

    [Fact]
    public void Of_a_record_too_long_for_a_topic_the_beginning_is_dead_lettered()
    {
        Feed(New(), 0, new byte[DeadLetters.MaximumBytes + 100_000]);
        var letter = Assert.Single(producer.Records);
        Assert.Equal((DeadLetterReason.Oversized, DeadLetters.MaximumBytes), (letter.Headers["reason"], letter.Value.Length));
    }

    [Fact]
    public void Idleness_is_said_with_the_end_that_was_read_and_ends_with_the_next_record()
    {
        var ingest = New();
        Feed(ingest, 0, SampleEpoch.FeatureRecord("a", 1));
        ingest.PublishIdle(5);
        Assert.True(ingest.IsIdle);
        Assert.Equal((5, true, 1), Last(chunk => (chunk.UpTo, chunk.Idle, chunk.Counts.Consumed)));
        Feed(ingest, 5, SampleEpoch.FeatureRecord("b", 2));
        Assert.False(ingest.IsIdle);
        ingest.PublishSoFar();
        Assert.Equal((6, false), Last(chunk => (chunk.UpTo, chunk.Idle)));
    }

    [Fact]
    public void Idleness_at_a_chunks_end_closes_it_and_is_said_by_the_next_one()
    {
        var ingest = New();
        Feed(ingest, 31, SampleEpoch.FeatureRecord("a", 1));
        ingest.PublishIdle(32);
        Assert.Equal([(0, 32, true, false), (32, 32, false, true)], producer.Chunks.Select(chunk => (chunk.Start, chunk.UpTo, chunk.Closed, chunk.Idle)));
        ingest.EndReached(70);
        Assert.False(ingest.IsIdle, "what is behind a closed chunk must be said to be idle anew");
    }

    [Fact]
    public void Rows_come_before_their_marker_and_every_partition_gets_one()
    {
        var ingest = New();
        Feed(ingest, 0, SampleEpoch.FeatureRecord("a", 1));
        Assert.Empty(producer.Rows);
        ingest.PublishSoFar();
        var kinds = producer.Records.Where(record => record.Partition.Topic.EndsWith("rows", StringComparison.Ordinal))
            .Select(record => (record.Partition.Partition, RowsMessage.Read(record.Value) is RowMarker)).ToList();
        Assert.Equal([0, 1, 2], kinds.Where(kind => kind.Item2).Select(kind => kind.Partition).Order());
        var rows = Assert.Single(kinds, kind => !kind.Item2);
        Assert.True(kinds.IndexOf(rows) < kinds.IndexOf((rows.Partition, true)));
    }

    [Fact]
    public void A_batch_of_long_texts_is_sent_before_it_outgrows_a_record()
    {
        var ingest = New();
        for (var offset = 0; offset < 8; offset++)
        {
            Feed(ingest, offset, Encoding.UTF8.GetBytes($$"""{"id":"k","ts":1704067200000,"c":"{{new string((char)('a' + offset), 100_000)}}"}"""));
        }

        Assert.True(producer.Rows.Count >= 4, $"{producer.Rows.Count} batches");
        Assert.All(producer.Rows.Cast<RowBatch>(), batch => Assert.InRange(batch.Rows, 1, 2));
    }

    [Fact]
    public void What_lies_before_the_first_chunk_is_passed_over()
    {
        var ingest = new PartitionIngest(SampleEpoch.Loaded, new InternalTopics(Partitions: 2, RowPartitions: 3), SampleEpoch.Features(1), producer, 32, skipped: 7);
        Feed(ingest, 31, SampleEpoch.FeatureRecord("a", 1));
        Feed(ingest, 32, SampleEpoch.FeatureRecord("b", 2));
        ingest.PublishSoFar();
        Assert.Equal((32, 33, 1), Last(chunk => (chunk.Start, chunk.UpTo, chunk.Counts.Consumed)));
    }

    [Fact]
    public void Skipped_records_are_told_with_the_first_chunk_alone()
    {
        var ingest = new PartitionIngest(SampleEpoch.Loaded, new InternalTopics(Partitions: 2, RowPartitions: 3), SampleEpoch.Features(1), producer, 32, skipped: 7);
        Feed(ingest, 32, SampleEpoch.FeatureRecord("a", 1));
        Feed(ingest, 64, SampleEpoch.FeatureRecord("b", 2));
        ingest.PublishSoFar();
        Assert.Equal([7, 0], producer.Chunks.Select(chunk => chunk.Skipped));
    }

    private PartitionIngest New() => new(
        SampleEpoch.Loaded, new InternalTopics(Partitions: 2, RowPartitions: 3), SampleEpoch.Features(1), producer, 0, 0);

    private static void Feed(PartitionIngest ingest, long offset, ReadOnlySpan<byte> value, long? timestamp = null) => ingest.Record(
        new LogRecord(new(SampleLog.FeatureTopic, 1), offset, timestamp ?? SampleEpoch.At(36_000), [], value));

    private T Last<T>(Func<ChunkRecord, T> select) => select(producer.Chunks[^1]);
}
