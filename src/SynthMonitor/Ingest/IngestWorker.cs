using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Ingest;

/// <summary>
/// Ingest of one monitor in one process: follows the monitor's epochs, takes its share of the source partitions, and commits a chunk's start
/// once everything before it is acknowledged. One thread calls <see cref="Step"/>.
/// </summary>
internal sealed class IngestWorker(
    ILog log, InternalTopics topics, IEpochStore store, string monitor, IngestSettings settings, TimeProvider time)
    : IConsumerHandler, ILogWorker
{
    private readonly EpochDirectory directory = new(log, topics, monitor);
    private readonly SortedDictionary<SourcePartition, OwnedPartition> owned = [];
    private LoadedEpoch? epoch;
    private EpochStart? start;
    private ILogConsumer? consumer;
    private ILogProducer? producer;
    private long nextRefresh = long.MinValue;
    private volatile IngestSettings settings = settings;

    /// <summary>The epoch that is read now, or null before the first.</summary>
    public int? Epoch => epoch?.Epoch.Number;

    /// <summary>Changes how it works from the next step on; any thread may ask for it.</summary>
    public void Reconfigure(IngestSettings changed) => settings = changed;

    /// <summary>Polls once. Returns whether anything was done.</summary>
    public bool Step(TimeSpan wait)
    {
        try
        {
            FollowEpochs();
            if (consumer is null)
            {
                return false;
            }

            var count = consumer.Poll(wait, settings.BatchRecords, this);
            Publish();
            return count > 0;
        }
        catch (LogDeliveryException)
        {
            Leave(graceful: false);
            return true;
        }
        catch (Exception exception) when (exception is not LogUnavailableException)
        {
            // A record may be half counted: whoever comes next reads from the commits.
            Leave(graceful: false);
            throw;
        }
    }

    /// <summary>Publishes what was read, leaves the group, and frees everything.</summary>
    public void Dispose() => Leave(graceful: true);

    /// <summary>Stops as a killed process would: nothing more is published, nothing committed.</summary>
    internal void Abandon() => Leave(graceful: false);

    /// <summary>Ends this member's session, as a pause of the process would; see <see cref="Kafka.Embedded.EmbeddedConsumer.Expire"/>.</summary>
    internal ILogConsumer? Consumer => consumer;

    internal ILogProducer? Producer => producer;

    /// <inheritdoc/>
    public long StartOf(TopicPartition partition)
    {
        var source = SourceOf(partition);
        var (offset, skipped) = (consumer!.Committed(partition), 0L);
        if (offset is null)
        {
            offset = start!.Sources.FirstOrDefault(candidate => candidate.Source == source)?.Start;
            if (offset is null)
            {
                var logStart = log.Start(partition);
                offset = RoundUp(logStart);
                skipped = offset.Value - logStart;
            }

            consumer.Commit(partition, offset.Value);
        }

        var ingest = new PartitionIngest(epoch!, topics, source, producer!, offset.Value, skipped);
        owned[source] = new OwnedPartition(partition, ingest);
        return ReadableFrom(partition, offset.Value);
    }

    /// <inheritdoc/>
    public void Revoked(TopicPartition partition, bool lost)
    {
        if (owned.Remove(SourceOf(partition), out var gone) && !lost)
        {
            gone.Ingest.PublishSoFar();
            producer!.Flush();
            consumer!.Commit(partition, gone.Ingest.CommitOffset);
        }
    }

    /// <inheritdoc/>
    public void Record(in LogRecord record)
    {
        var partition = owned[SourceOf(record.Source)];
        partition.EndSince = null;
        partition.Ingest.Record(record);
    }

    /// <inheritdoc/>
    public void EndReached(TopicPartition partition, long offset)
    {
        var reached = owned[SourceOf(partition)];
        reached.Ingest.EndReached(offset);
        (reached.End, reached.EndSince) = (offset, time.GetTimestamp());
    }

    /// <inheritdoc/>
    public long OutOfRange(TopicPartition partition, long position, long logStart)
    {
        var source = SourceOf(partition);
        owned[source].Ingest.PublishSoFar();
        var offset = RoundUp(logStart);
        owned[source] = new OwnedPartition(partition, new PartitionIngest(epoch!, topics, source, producer!, offset, 0));
        return ReadableFrom(partition, offset);
    }

    private void FollowEpochs()
    {
        var now = time.GetTimestamp();
        if (now < nextRefresh)
        {
            return;
        }

        nextRefresh = now + (long)(settings.EpochInterval.TotalSeconds * time.TimestampFrequency);
        directory.Refresh();
        if (directory.Latest is { } latest && latest.Epoch != Epoch)
        {
            Leave(graceful: true);
            epoch = store.Load(latest.Digest);
            start = latest;
        }

        if (epoch is not null && consumer is null)
        {
            producer = log.CreateProducer();
            consumer = log.Join($"{monitor}.{epoch.Epoch.Number}", Topics(epoch.Epoch));
        }
    }

    private static List<string> Topics(Epoch epoch) =>
        epoch.Labels is { } labels ? [epoch.Features.Topic, labels.Topic] : [epoch.Features.Topic];

    private void Publish()
    {
        var mustCommit = false;
        foreach (var partition in owned.Values)
        {
            partition.Ingest.PublishIfBlockEnded();
            if (partition.EndSince is { } since && !partition.Ingest.IsIdle && time.GetElapsedTime(since) >= settings.IdleAfter)
            {
                partition.Ingest.PublishIdle(partition.End);
            }

            mustCommit |= partition.Ingest.CommitOffset > partition.Committed;
        }

        Pacing.Apply([.. owned.Values], settings.MaximumOpenBlocks, consumer!);

        if (!mustCommit)
        {
            return;
        }

        producer!.Flush();
        foreach (var partition in owned.Values.Where(partition => partition.Ingest.CommitOffset > partition.Committed))
        {
            consumer!.Commit(partition.Partition, partition.Ingest.CommitOffset);
            partition.Committed = partition.Ingest.CommitOffset;
        }
    }

    private void Leave(bool graceful)
    {
        try
        {
            foreach (var partition in graceful ? owned.Values.Select(partition => partition.Partition).ToArray() : [])
            {
                Revoked(partition, lost: false);
            }
        }
        finally
        {
            owned.Clear();
            consumer?.Dispose();
            producer?.Dispose();
            (consumer, producer) = (null, null);
        }
    }

    /// <summary>A log cannot be read from beyond its end: what comes before the first chunk is read and passed over.</summary>
    private long ReadableFrom(TopicPartition partition, long chunkStart) => Math.Min(chunkStart, log.End(partition));

    private long RoundUp(long offset)
    {
        var records = epoch!.Epoch.ChunkRecords;
        return (offset + records - 1) / records * records;
    }

    private SourcePartition SourceOf(TopicPartition partition) =>
        new(partition.Topic == epoch!.Epoch.Features.Topic ? SourceKind.Features : SourceKind.Labels, partition.Partition);
}
