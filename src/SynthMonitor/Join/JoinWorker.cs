using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>
/// The join role: a fold of each <c>rows</c> partition that falls to this process, for all monitors. One thread calls <see cref="Step"/>.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="topics">The shared topics.</param>
/// <param name="store">Where epochs are found.</param>
/// <param name="monitors">The monitors that are known.</param>
/// <param name="observer">Told from what it goes on.</param>
/// <param name="snapshotEvery">A snapshot is taken at multiples of so many offsets.</param>
internal sealed class JoinWorker(
    ILog log, InternalTopics topics, IEpochStore store, IReadOnlyList<string> monitors, IRestoreObserver observer, long snapshotEvery)
    : IConsumerHandler, ILogWorker
{
    private const int BatchRecords = 1000;
    private readonly Dictionary<string, EpochDirectory> directories =
        monitors.ToDictionary(monitor => monitor, monitor => new EpochDirectory(log, topics, monitor), StringComparer.Ordinal);

    private readonly Dictionary<(string Monitor, int Partition), JoinFold> folds = [];
    private ILogConsumer? consumer;
    private ILogProducer? producer;

    internal ILogConsumer? Consumer => consumer;

    internal ILogProducer? Producer => producer;

    /// <summary>Polls once. Returns whether anything was done.</summary>
    public bool Step(TimeSpan wait)
    {
        producer ??= log.CreateProducer();
        consumer ??= log.Join($"{topics.Prefix}join", [topics.Rows]);
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
        folds.Clear();
        consumer?.Dispose();
        producer?.Dispose();
        (consumer, producer) = (null, null);
    }

    /// <inheritdoc/>
    public long StartOf(TopicPartition partition)
    {
        var position = long.MaxValue;
        foreach (var monitor in monitors)
        {
            var fold = new JoinFold(monitor, partition.Partition, directories[monitor], store, log, topics, observer);
            folds[(monitor, partition.Partition)] = fold;
            position = Math.Min(position, fold.Restore() ?? log.Start(partition));
        }

        return position == long.MaxValue ? log.Start(partition) : position;
    }

    /// <inheritdoc/>
    public void Revoked(TopicPartition partition, bool lost)
    {
        foreach (var monitor in monitors)
        {
            folds.Remove((monitor, partition.Partition));
        }
    }

    /// <inheritdoc/>
    public void Record(in LogRecord record)
    {
        var message = RowsMessage.Read(record.Value);
        var monitor = message is RowBatch batch ? batch.Monitor : ((RowMarker)message).Monitor;
        if (folds.TryGetValue((monitor, record.Source.Partition), out var fold))
        {
            fold.Apply(message, record.Offset, Send);
            if ((record.Offset + 1) % snapshotEvery == 0)
            {
                fold.Snapshot(producer!);
            }
        }
    }

    /// <inheritdoc/>
    public void EndReached(TopicPartition partition, long offset)
    {
    }

    /// <inheritdoc/>
    public long OutOfRange(TopicPartition partition, long position, long logStart) => logStart;

    private void Send(string monitor, OutcomeRecord outcome) => producer!.Append(
        topics.Of(topics.Profiles, monitor), Encoding.UTF8.GetBytes(monitor), ProfilesMessage.ToBytes(outcome));
}
