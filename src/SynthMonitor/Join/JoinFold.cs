using SynthMonitor.Data.Storage;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>The fold of one monitor's rows in one <c>rows</c> partition: a <see cref="JoinState"/> for the epoch that is read now.</summary>
internal sealed class JoinFold(
    string monitor, int partition, EpochDirectory directory, IEpochStore store, ILog log, InternalTopics topics, IRestoreObserver observer)
{
    private readonly SnapshotStore snapshots = new(log, topics, $"join-{partition}", monitor);
    private JoinState? state;
    private long position;

    /// <summary>Goes on from the newest snapshot; null where there is none.</summary>
    public long? Restore()
    {
        if (snapshots.Restore(observer) is not { } snapshot)
        {
            return null;
        }

        var reader = new PayloadReader(snapshot.Payload, "a snapshot of join");
        Begin(reader.ReadInt32());
        state?.Read(reader);
        return position = snapshot.Offset;
    }

    public void Snapshot(ILogProducer producer)
    {
        if (state is null)
        {
            return;
        }

        var writer = new PayloadWriter();
        writer.WriteSigned(state.Epoch);
        state.Write(writer);
        snapshots.Save(producer, position, writer.Written);
    }

    /// <summary>Takes a record of the partition, unless the snapshot has it already.</summary>
    public void Apply(object message, long offset, Action<string, OutcomeRecord> send)
    {
        if (offset < position)
        {
            return;
        }

        position = offset + 1;
        var epoch = message is RowBatch rows ? rows.Epoch : ((RowMarker)message).Epoch;
        if (state is null || epoch > state.Epoch)
        {
            Begin(epoch);
        }

        if (state is null || epoch < state.Epoch)
        {
            return;
        }

        if (message is RowBatch batch)
        {
            state.Apply(batch);
            return;
        }

        foreach (var outcome in state.Apply((RowMarker)message))
        {
            send(monitor, outcome);
        }
    }

    /// <summary>Rows of an epoch come only after its start stands on the log.</summary>
    private void Begin(int epoch)
    {
        var start = directory.Find(epoch) ?? throw new InvalidOperationException($"epoch {epoch} of '{monitor}' has rows but no start");
        var loaded = store.Load(start.Digest);
        state = loaded.Epoch.Labels is null ? null : new JoinState(loaded.Epoch, start, partition);
    }
}
