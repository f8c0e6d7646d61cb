using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>
/// The analyze role: a fold of each <c>profiles</c> partition that falls to this process, for all monitors whose key lies there. One thread
/// calls <see cref="Step"/>.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="topics">The shared topics.</param>
/// <param name="store">Where epochs are found.</param>
/// <param name="observer">Told of what happens, for metrics and views.</param>
/// <param name="snapshotEvery">A snapshot is taken at multiples of so many offsets.</param>
internal sealed class AnalyzeWorker(ILog log, InternalTopics topics, IEpochStore store, IAnalyzeObserver observer, long snapshotEvery)
    : IConsumerHandler, ILogWorker
{
    private const int BatchRecords = 1000;
    private readonly Dictionary<int, SortedDictionary<string, PublishingFold>> partitions = [];
    private ILogConsumer? consumer;
    private ILogProducer? producer;

    internal ILogConsumer? Consumer => consumer;

    internal ILogProducer? Producer => producer;

    /// <summary>The folds of this process, for tests and views; read them on the thread that steps.</summary>
    internal IEnumerable<MonitorFold> Folds => partitions.Values.SelectMany(folds => folds.Values).Select(entry => entry.Fold);

    /// <summary>Polls once. Returns whether anything was done.</summary>
    public bool Step(TimeSpan wait)
    {
        producer ??= log.CreateProducer();
        consumer ??= log.Join($"{topics.Prefix}analyze", [topics.Profiles]);
        try
        {
            return consumer.Poll(wait, BatchRecords, this) > 0;
        }
        catch (LogDeliveryException)
        {
            Abandon();
            return true;
        }
    }

    /// <summary>Flushes what was published and leaves the group.</summary>
    public void Dispose()
    {
        try
        {
            producer?.Flush();
        }
        finally
        {
            Abandon();
        }
    }

    /// <summary>Stops as a killed process would.</summary>
    internal void Abandon()
    {
        partitions.Clear();
        consumer?.Dispose();
        producer?.Dispose();
        (consumer, producer) = (null, null);
    }

    /// <inheritdoc/>
    public long StartOf(TopicPartition partition)
    {
        var folds = new SortedDictionary<string, PublishingFold>(StringComparer.Ordinal);
        partitions[partition.Partition] = folds;
        var position = log.Start(partition);
        long? restored = null;
        foreach (var monitor in Monitors(partition.Partition))
        {
            var entry = NewFold(monitor);
            folds.Add(monitor, entry);
            var offset = entry.Restore();
            restored = Math.Min(restored ?? long.MaxValue, offset ?? position);
        }

        return restored ?? position;
    }

    /// <inheritdoc/>
    public void Revoked(TopicPartition partition, bool lost)
    {
        if (partitions.Remove(partition.Partition, out var folds))
        {
            foreach (var monitor in folds.Keys)
            {
                observer.Gone(monitor);
            }
        }
    }

    /// <inheritdoc/>
    public void Record(in LogRecord record)
    {
        var folds = partitions[record.Source.Partition];
        var monitor = Encoding.UTF8.GetString(record.Key);
        if (!folds.TryGetValue(monitor, out var entry))
        {
            folds.Add(monitor, entry = NewFold(monitor));
        }

        entry.Apply(record);
        if ((record.Offset + 1) % snapshotEvery == 0)
        {
            // All of them: the offset may never fall to a record of a monitor that has few.
            foreach (var fold in folds.Values)
            {
                fold.SnapshotAt(record.Offset + 1);
            }
        }
    }

    /// <inheritdoc/>
    public void EndReached(TopicPartition partition, long offset)
    {
    }

    /// <inheritdoc/>
    public long OutOfRange(TopicPartition partition, long position, long logStart) => logStart;

    private PublishingFold NewFold(string monitor) => new(monitor, log, topics, store, observer, producer!);

    /// <summary>The monitors of a partition that have snapshots, or that have not got one yet but have begun an epoch.</summary>
    private List<string> Monitors(int partition)
    {
        var state = new TopicPartition(topics.State, partition);
        var monitors = new SortedSet<string>(StringComparer.Ordinal);
        log.Read(state, log.Start(state), null, (in LogRecord record) =>
        {
            if (Encoding.UTF8.GetString(record.Key).Split('/') is ["analyze" or "epoch", var monitor, ..])
            {
                monitors.Add(monitor);
            }
        });
        return [.. monitors];
    }
}
