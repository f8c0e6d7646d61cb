using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>A member of a group on an <see cref="EmbeddedLog"/>.</summary>
public sealed class EmbeddedConsumer : ILogConsumer
{
    private readonly EmbeddedLog log;
    private readonly EmbeddedGroup group;
    private readonly List<Assigned> assigned = [];
    private int next;
    private int zombiePolls = -1;

    internal EmbeddedConsumer(EmbeddedLog log, EmbeddedGroup group, IReadOnlyList<string> topics)
    {
        this.log = log;
        this.group = group;
        Topics = topics;
        group.Enter(this);
    }

    /// <summary>The topics that the group shares out.</summary>
    public IReadOnlyList<string> Topics { get; }

    internal int Generation { get; private set; } = -1;

    /// <summary>
    /// Takes this member out of its group as a session timeout does: for some more polls it still reads what it had, but can commit
    /// nothing; then it is told that its partitions are lost, and joins again.
    /// </summary>
    public void Expire(int polls)
    {
        lock (log.Gate)
        {
            group.Leave(this);
            zombiePolls = polls;
        }
    }

    /// <inheritdoc/>
    public int Poll(TimeSpan wait, int maximum, IConsumerHandler handler)
    {
        var events = Rebalance(handler);
        if (events == 0)
        {
            events = Deliver(maximum, handler);
        }

        if (events == 0 && wait > TimeSpan.Zero)
        {
            lock (log.Gate)
            {
                Monitor.Wait(log.Gate, wait);
            }

            events = Rebalance(handler);
            events += events == 0 ? Deliver(maximum, handler) : 0;
        }

        return events;
    }

    /// <inheritdoc/>
    public long? Committed(TopicPartition partition)
    {
        lock (log.Gate)
        {
            return group.Committed(partition);
        }
    }

    /// <inheritdoc/>
    public bool Commit(TopicPartition partition, long offset)
    {
        lock (log.Gate)
        {
            return group.Commit(this, partition, offset);
        }
    }

    /// <inheritdoc/>
    public void Seek(TopicPartition partition, long offset) => Find(partition).Position = offset;

    /// <inheritdoc/>
    public void Pause(TopicPartition partition) => Find(partition).Paused = true;

    /// <inheritdoc/>
    public void Resume(TopicPartition partition) => Find(partition).Paused = false;

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (log.Gate)
        {
            group.Leave(this);
        }
    }

    private Assigned Find(TopicPartition partition) => assigned.First(entry => entry.Source == partition);

    private int Rebalance(IConsumerHandler handler)
    {
        bool revoke, lost, assign;
        lock (log.Gate)
        {
            lost = zombiePolls >= 0 && zombiePolls-- == 0;
            revoke = group.MustRevoke(this) && group.Contains(this);
        }

        if (lost || revoke)
        {
            foreach (var entry in assigned.ToArray())
            {
                handler.Revoked(entry.Source, lost);
            }

            lock (log.Gate)
            {
                assigned.Clear();
                if (lost)
                {
                    group.Enter(this);
                }
                else
                {
                    group.Await(this);
                }
            }

            return 1;
        }

        TopicPartition[] partitions;
        lock (log.Gate)
        {
            group.Settle();
            assign = group.Contains(this) && Generation != group.Generation && !group.IsRebalancing;
            if (!assign)
            {
                return 0;
            }

            Generation = group.Generation;
            partitions = [.. group.AssignmentOf(this)];
        }

        foreach (var partition in partitions)
        {
            assigned.Add(new Assigned(partition) { Position = handler.StartOf(partition) });
        }

        return 1;
    }

    private int Deliver(int maximum, IConsumerHandler handler)
    {
        var delivered = 0;
        for (var turn = 0; turn < assigned.Count && delivered < maximum; turn++)
        {
            next = (next + 1) % assigned.Count;
            var entry = assigned[next];
            if (entry.Paused)
            {
                continue;
            }

            while (delivered < maximum)
            {
                EmbeddedRecord? record;
                long start, end;
                lock (log.Gate)
                {
                    var partition = log.Find(entry.Source);
                    (start, end) = (partition.Start, partition.End);
                    record = partition.At(entry.Position);
                }

                if (entry.Position < start)
                {
                    entry.Position = handler.OutOfRange(entry.Source, entry.Position, start);
                    continue;
                }

                if (record is null)
                {
                    if (entry.EndSeen != end)
                    {
                        entry.EndSeen = end;
                        handler.EndReached(entry.Source, end);
                        delivered++;
                    }

                    break;
                }

                entry.Position = record.Offset + 1;
                handler.Record(new LogRecord(entry.Source, record.Offset, record.Timestamp, record.Key, record.Value, record.Value is null));
                delivered++;
            }
        }

        return delivered;
    }

    private sealed class Assigned(TopicPartition source)
    {
        public TopicPartition Source { get; } = source;

        public long Position { get; set; }

        public bool Paused { get; set; }

        public long EndSeen { get; set; } = -1;
    }
}
