using System.Text;
using SynthMonitor.Data;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The respond role: owns the monitors whose partition of <c>incidents</c>, <c>commands</c>, <c>events</c> and <c>windows</c> falls to this
/// process. One thread calls <see cref="Step"/>.
/// </summary>
internal sealed class RespondWorker(
    ILog log,
    InternalTopics topics,
    IEpochStore store,
    IReadOnlyList<RespondedMonitor> monitors,
    IResponseBackend backend,
    IChampions champions,
    IRespondObserver observer,
    TimeProvider time,
    string process) : IConsumerHandler, ILogWorker
{
    private const int BatchRecords = 1000;

    /// <summary>How far apart the clocks of processes and of the log may be.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<int, Dictionary<string, OwnedResponder>> partitions = [];
    private IReadOnlyList<RespondedMonitor> current = monitors;
    private IReadOnlyList<RespondedMonitor>? reconfigured;
    private ILogConsumer? consumer;
    private ILogProducer? producer;

    internal ILogConsumer? Consumer => consumer;

    internal ILogProducer? Producer => producer;

    /// <summary>Takes monitors over as they are configured now, from the next step on; may be called on any thread.</summary>
    public void Reconfigure(IReadOnlyList<RespondedMonitor> configured) => Interlocked.Exchange(ref reconfigured, configured);

    /// <summary>Polls once. Returns whether anything was done.</summary>
    public bool Step(TimeSpan wait)
    {
        if (Interlocked.Exchange(ref reconfigured, null) is { } configured)
        {
            current = configured;
            foreach (var owned in partitions.Values.SelectMany(responders => responders.Values))
            {
                owned.Reconfigure(configured);
            }
        }

        producer ??= log.CreateProducer();
        consumer ??= log.Join($"{topics.Prefix}respond", [topics.Incidents, topics.Commands, topics.Events, topics.Windows]);
        try
        {
            var count = consumer.Poll(wait, BatchRecords, this);
            foreach (var owned in partitions.Values.SelectMany(responders => responders.Values))
            {
                owned.Advance();
            }

            return count > 0;
        }
        catch (LogDeliveryException)
        {
            Abandon();
            return true;
        }
    }

    /// <summary>Stops the work that runs, flushes what was published and leaves the group.</summary>
    public void Dispose()
    {
        stopping.Cancel();
        try
        {
            producer?.Flush();
        }
        finally
        {
            Abandon();
            stopping.Dispose();
        }
    }

    /// <summary>Stops as a killed process would.</summary>
    internal void Abandon()
    {
        foreach (var partition in partitions.Keys.ToList())
        {
            Release(partition);
        }

        consumer?.Dispose();
        producer?.Dispose();
        (consumer, producer) = (null, null);
    }

    /// <inheritdoc/>
    public long StartOf(TopicPartition partition)
    {
        var responders = Own(partition.Partition);
        if (partition.Topic == topics.Events)
        {
            return responders.Count == 0 ? log.Start(partition) : responders.Values.Min(owned => owned.EventsRead);
        }

        if (partition.Topic != topics.Windows)
        {
            return log.Start(partition);
        }

        var watched = responders.Values.Select(owned => owned.Responder.Events.Baking).OfType<EventRecord>().ToList();
        return watched.Count == 0
            ? log.End(partition)
            : log.OffsetFor(partition, (watched.Min(promotion => promotion.At) - Skew).ToUnixTimeMilliseconds());
    }

    /// <inheritdoc/>
    public void Revoked(TopicPartition partition, bool lost) => Release(partition.Partition);

    /// <inheritdoc/>
    public void Record(in LogRecord record)
    {
        if (!partitions.TryGetValue(record.Source.Partition, out var responders)
            || !responders.TryGetValue(Encoding.UTF8.GetString(record.Key), out var owned))
        {
            return;
        }

        if (record.Source.Topic == topics.Events)
        {
            owned.Responder.Take(JsonMessage.Read<EventRecord>(record.Value));
        }
        else if (record.Source.Topic == topics.Incidents)
        {
            owned.Responder.Take(JsonMessage.Read<IncidentRecord>(record.Value));
        }
        else if (record.Source.Topic == topics.Windows)
        {
            owned.Responder.Take(JsonMessage.Read<WindowRecord>(record.Value));
        }
        else
        {
            TakeCommand(record, owned.Responder);
        }
    }

    /// <inheritdoc/>
    public void EndReached(TopicPartition partition, long offset)
    {
        if (partition.Topic == topics.Incidents && partitions.TryGetValue(partition.Partition, out var responders))
        {
            foreach (var owned in responders.Values)
            {
                owned.Responder.CaughtUp();
            }
        }
    }

    /// <inheritdoc/>
    public long OutOfRange(TopicPartition partition, long position, long logStart) => logStart;

    /// <summary>People write commands: one that cannot be read is refused, and stops nothing.</summary>
    private static void TakeCommand(in LogRecord record, MonitorResponder responder)
    {
        var origin = $"{record.Source.Topic}|{record.Source.Partition}|{record.Offset}";
        try
        {
            var command = JsonMessage.Read<CommandRecord>(record.Value);
            if (string.IsNullOrEmpty(command.Id))
            {
                responder.Refuse(origin, "a command without id");
                return;
            }

            responder.Take(command);
        }
        catch (InputException unreadable)
        {
            responder.Refuse(origin, unreadable.Message);
        }
    }

    private void Release(int partition)
    {
        if (partitions.Remove(partition, out var responders))
        {
            foreach (var owned in responders.Values)
            {
                owned.Dispose();
            }
        }
    }

    private Dictionary<string, OwnedResponder> Own(int partition)
    {
        if (!partitions.TryGetValue(partition, out var responders))
        {
            responders = new Dictionary<string, OwnedResponder>(StringComparer.Ordinal);
            foreach (var monitor in current.Where(monitor => topics.Of(topics.Events, monitor.Name).Partition == partition))
            {
                responders.Add(monitor.Name, new OwnedResponder(
                    monitor, log, topics, store, producer!, backend, champions, observer, time, process, stopping.Token));
            }

            partitions.Add(partition, responders);
        }

        return responders;
    }
}
