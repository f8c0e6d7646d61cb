using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// A monitor's responder together with the log: its events are read to their end before it proposes anything. When the monitor is lost, so is
/// the work that runs.
/// </summary>
internal sealed class OwnedResponder : IResponderOutput, IDisposable
{
    private RespondedMonitor monitor;
    private readonly ILog log;
    private readonly InternalTopics topics;
    private readonly IEpochStore store;
    private readonly ILogProducer producer;
    private readonly IRespondObserver observer;
    private readonly TimeProvider time;
    private readonly EpochDirectory directory;
    private readonly byte[] key;
    private readonly CancellationTokenSource lost;
    private readonly bool isReadingEvents = true;
    private int requested;
    private bool isConfigured;

    public OwnedResponder(
        RespondedMonitor monitor,
        ILog log,
        InternalTopics topics,
        IEpochStore store,
        ILogProducer producer,
        IResponseBackend backend,
        IChampions champions,
        IRespondObserver observer,
        TimeProvider time,
        string process,
        CancellationToken stopping)
    {
        (this.monitor, this.log, this.topics, this.store, this.producer) = (monitor, log, topics, store, producer);
        (this.observer, this.time, Process) = (observer, time, process);
        directory = new EpochDirectory(log, topics, monitor.Name);
        key = Encoding.UTF8.GetBytes(monitor.Name);
        lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Responder = new MonitorResponder(monitor.Name, monitor.Settings, backend, champions, this, lost.Token);
        ReadEvents();
        isReadingEvents = false;
    }

    public MonitorResponder Responder { get; }

    /// <summary>Where the events that were read at the start end.</summary>
    public long EventsRead { get; private set; }

    public DateTimeOffset Now => time.GetUtcNow();

    public string Process { get; }

    /// <summary>Takes the monitor over as it is configured now; a change that counts rest on asks for a new epoch.</summary>
    public void Reconfigure(IReadOnlyList<RespondedMonitor> configured)
    {
        if (configured.FirstOrDefault(candidate => candidate.Name == monitor.Name) is { } changed)
        {
            monitor = changed;
            Responder.Settings = changed.Settings;
            isConfigured = false;
        }
    }

    public void Advance()
    {
        if (!isConfigured)
        {
            isConfigured = true;
            RequestConfigured();
        }

        Responder.Advance();
    }

    public void Append(EventRecord record) => producer.Append(topics.Of(topics.Events, monitor.Name), key, JsonMessage.ToBytes(record));

    /// <summary>Tells what happens now; what stood on the log at the start has happened before.</summary>
    public void Happened(EventRecord record)
    {
        if (!isReadingEvents)
        {
            observer.Happened(record);
        }
    }

    public ImmutableArray<long> RowEnds() =>
        [.. Enumerable.Range(0, topics.RowPartitions).Select(partition => log.End(new TopicPartition(topics.Rows, partition)))];

    public (string Digest, Epoch Epoch) EpochOf(int number)
    {
        var start = directory.Find(number) ?? throw new InvalidOperationException($"epoch {number} of '{monitor.Name}' has not begun");
        return (start.Digest, store.Load(start.Digest).Epoch);
    }

    public void RequestEpoch(int number, string digest)
    {
        if (number > requested)
        {
            requested = number;
            directory.Refresh();
            if (number > (directory.Latest?.Epoch ?? 0))
            {
                producer.Append(topics.Of(topics.Profiles, monitor.Name), key, ProfilesMessage.ToBytes(new EpochRequest(number, digest)));
            }
        }
    }

    /// <summary>Stops the work that runs.</summary>
    public void Dispose()
    {
        lost.Cancel();
        lost.Dispose();
    }

    /// <summary>The first epoch, or another one where the configuration has changed since the last was asked for.</summary>
    private void RequestConfigured()
    {
        directory.Refresh();
        var latest = directory.Latest is { } start ? store.Load(start.Digest).Epoch : null;
        if (latest is null || latest.Configuration != monitor.Configuration)
        {
            var number = (latest?.Number ?? 0) + 1;
            RequestEpoch(number, monitor.Configured(number));
        }
    }

    private void ReadEvents()
    {
        var partition = topics.Of(topics.Events, monitor.Name);
        EventsRead = log.End(partition);
        log.Read(partition, log.Start(partition), EventsRead, (in LogRecord record) =>
        {
            if (record.Key.SequenceEqual(key))
            {
                Responder.Take(JsonMessage.Read<EventRecord>(record.Value));
            }
        });
    }
}
