using System.Text;
using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze;

/// <summary>The fold of one monitor together with its position, its snapshots, and the topics that its results go to.</summary>
internal sealed class PublishingFold : IAnalyzeOutput
{
    private readonly string monitor;
    private readonly byte[] key;
    private readonly InternalTopics topics;
    private readonly IAnalyzeObserver observer;
    private readonly ILogProducer producer;
    private readonly SnapshotStore snapshots;
    private long position;

    public PublishingFold(
        string monitor, ILog log, InternalTopics topics, IEpochStore store, IAnalyzeObserver observer, ILogProducer producer)
    {
        (this.monitor, this.topics, this.observer, this.producer) = (monitor, topics, observer, producer);
        key = Encoding.UTF8.GetBytes(monitor);
        snapshots = new SnapshotStore(log, topics, "analyze", monitor);
        Fold = new MonitorFold(monitor, store, this);
    }

    public MonitorFold Fold { get; }

    /// <summary>Goes on from the newest snapshot; null where there is none.</summary>
    public long? Restore()
    {
        if (snapshots.Restore(observer) is not { } snapshot)
        {
            return null;
        }

        Fold.Read(new PayloadReader(snapshot.Payload, "a snapshot of analyze"));
        return position = snapshot.Offset;
    }

    /// <summary>Takes a record, unless the snapshot has it already.</summary>
    public void Apply(in LogRecord record)
    {
        if (record.Offset < position)
        {
            return;
        }

        Fold.Apply(record.Value);
        position = record.Offset + 1;
        observer.Folded(Fold);
    }

    /// <summary>Stores a snapshot of the fold at an offset that it has come to, unless there is nothing to keep.</summary>
    public void SnapshotAt(long offset)
    {
        if (offset < position || Fold.Current is null)
        {
            return;
        }

        position = offset;
        var writer = new PayloadWriter();
        Fold.Write(writer);
        snapshots.Save(producer, position, writer.Written);
        observer.Snapshot(monitor);
    }

    public void Start(EpochStart start) =>
        producer.Append(topics.Of(topics.State, monitor), EpochDirectory.KeyOf(monitor, start.Epoch), start.ToBytes());

    public void Window(WindowRecord window)
    {
        Append(topics.Windows, JsonMessage.ToBytes(window));
        observer.Window(window);
    }

    public void Incident(IncidentRecord incident)
    {
        Append(topics.Incidents, JsonMessage.ToBytes(incident));
        observer.Incident(incident);
    }

    private void Append(string topic, byte[] value) => producer.Append(topics.Of(topic, monitor), key, value);
}
