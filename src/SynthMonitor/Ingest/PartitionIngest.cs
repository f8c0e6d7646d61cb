using SynthMonitor.Epochs;
using SynthMonitor.Ingest.Json;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>
/// Ingest of one source partition in one epoch: decodes, judges, counts chunk by chunk, and publishes the chunk so far. What it publishes
/// is a function of the partition's records alone.
/// </summary>
internal sealed class PartitionIngest
{
    private readonly Epoch epoch;
    private readonly IRecordReader reader;
    private readonly RowWriter rows;
    private readonly DeadLetters deadLetters;
    private readonly ILogProducer producer;
    private readonly TopicPartition profiles;
    private readonly byte[] monitorKey;
    private readonly BlockTime blocks;
    private readonly long lateness;
    private readonly Data.Codes.Codebook? codebook;
    private readonly SortedSet<long> filledBlocks = [];
    private ChunkCounter chunk;
    private long skipped;
    private long publishedBlock = long.MinValue;
    private bool isPublished = true;
    private long filledBlock = long.MinValue;
    private bool isIdle;

    public PartitionIngest(LoadedEpoch loaded, InternalTopics topics, SourcePartition source, ILogProducer producer, long start, long skipped)
    {
        epoch = loaded.Epoch;
        Source = source;
        this.producer = producer;
        this.skipped = skipped;
        var isFeatures = source.Kind == SourceKind.Features;
        codebook = isFeatures ? loaded.Reference.Codebook : null;
        reader = isFeatures ? new FeatureRecordReader(loaded) : new LabelRecordReader(epoch.Labels!);
        lateness = isFeatures ? epoch.Features.LatenessMilliseconds : epoch.Labels!.LatenessMilliseconds;
        rows = new RowWriter(producer, topics, epoch.Monitor, epoch.Number, source, reader.Columns);
        deadLetters = new DeadLetters(producer, topics, epoch.Monitor);
        profiles = topics.Of(topics.Profiles, epoch.Monitor);
        monitorKey = System.Text.Encoding.UTF8.GetBytes(epoch.Monitor);
        blocks = new BlockTime(epoch.BlockMilliseconds);
        chunk = new ChunkCounter(start, codebook);
        CommitOffset = start;
    }

    public SourcePartition Source { get; }

    /// <summary>Where the open chunk starts: what can be committed once everything before is acknowledged.</summary>
    public long CommitOffset { get; private set; }

    /// <summary>The block in which the watermark lies; null where there is none yet.</summary>
    public long? WatermarkBlock => Watermark == long.MinValue ? null : blocks.Of(Watermark);

    /// <summary>The partition's watermark within what was read, milliseconds.</summary>
    public long Watermark { get; private set; } = long.MinValue;

    /// <summary>Whether the partition counts as idle.</summary>
    public bool IsIdle => isIdle;

    /// <summary>How many blocks with rows its watermark has passed beyond a block; asked with blocks that rise.</summary>
    public int BlocksAhead(long block)
    {
        filledBlocks.RemoveWhere(filled => filled <= block);
        return filledBlocks.Count(filled => filled <= WatermarkBlock);
    }

    /// <summary>Takes a record; one that lies before the first chunk is passed over.</summary>
    public void Record(in LogRecord record)
    {
        if (record.Offset < chunk.Start)
        {
            return;
        }

        isIdle = false;
        isPublished = false;
        CloseUpTo(record.Offset);
        if (reader.Decode(record) is { } unreadable)
        {
            deadLetters.Send(record, unreadable, reader.Exception);
            chunk.DeadLetter(record.Offset);
            return;
        }

        var rejection = reader.Rejection ?? (reader.Time > record.Timestamp + epoch.FutureMilliseconds ? DeadLetterReason.Future : null);
        if (rejection is not null)
        {
            deadLetters.Send(record, rejection, null);
            chunk.Reject(record.Offset);
            return;
        }

        Take(record.Offset);
    }

    /// <summary>The partition's end was seen: chunks that end before it are closed.</summary>
    public void EndReached(long offset) => CloseUpTo(offset);

    /// <summary>Publishes the chunk so far if a block has ended in it since the last time.</summary>
    public void PublishIfBlockEnded()
    {
        if (!isPublished && WatermarkBlock is { } block && block > publishedBlock)
        {
            Publish(closed: false);
        }
    }

    /// <summary>Publishes the chunk so far, unless it stands on the log already.</summary>
    public void PublishSoFar()
    {
        if (!isPublished)
        {
            Publish(closed: false);
        }
    }

    /// <summary>Says that the owner has read to the end and nothing comes.</summary>
    public void PublishIdle(long end)
    {
        CloseUpTo(end);
        chunk.ReadTo(end);
        isIdle = true;
        Publish(closed: false);
    }

    private void Take(long offset)
    {
        var time = reader.Time;
        var block = blocks.Of(time);
        var earlierTime = chunk.MaximumTime;
        var builder = rows.For(reader.Key);
        reader.Keep(builder, offset, earlierTime);
        rows.SendIfFull(builder);
        if (blocks.HasEnded(block, BlockTime.Watermark(earlierTime, lateness)))
        {
            chunk.Late(offset);
            return;
        }

        if (block != filledBlock)
        {
            filledBlocks.Add(block);
            filledBlock = block;
        }

        reader.Count(chunk, offset, block);
        Watermark = Math.Max(Watermark, BlockTime.Watermark(chunk.MaximumTime, lateness));
    }

    private void CloseUpTo(long offset)
    {
        while (offset >= chunk.Start + epoch.ChunkRecords)
        {
            // What comes after a closed chunk must be said to be idle anew.
            isIdle = false;
            chunk.ReadTo(chunk.Start + epoch.ChunkRecords);
            Publish(closed: true);
            chunk = new ChunkCounter(chunk.Start + epoch.ChunkRecords, codebook);
            CommitOffset = chunk.Start;
            skipped = 0;
            isPublished = false;
        }
    }

    private void Publish(bool closed)
    {
        rows.SendAll(new RowMarker(
            epoch.Monitor, epoch.Number, Source, chunk.Start, chunk.UpTo, closed, isIdle, chunk.MaximumTime));
        var record = chunk.ToRecord(epoch.Number, Source, closed, isIdle, skipped);
        producer.Append(profiles, monitorKey, ProfilesMessage.ToBytes(record));
        publishedBlock = WatermarkBlock ?? long.MinValue;
        isPublished = true;
    }
}
