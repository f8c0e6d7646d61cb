using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Embedded;

/// <summary>Appends to an <see cref="EmbeddedLog"/>, at once or, where appends are held, in order within each partition when let through.</summary>
public sealed class EmbeddedProducer : ILogProducer
{
    private readonly EmbeddedLog log;
    private readonly bool hold;
    private readonly SortedDictionary<string, Queue<Action>> held = new(StringComparer.Ordinal);

    internal EmbeddedProducer(EmbeddedLog log, bool hold)
    {
        this.log = log;
        this.hold = hold;
    }

    /// <summary>The number of partitions that records are held for.</summary>
    public int HeldPartitions => held.Count;

    /// <inheritdoc/>
    public void Append(TopicPartition partition, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, IReadOnlyList<LogHeader>? headers = null) =>
        Store(partition, key.ToArray(), value.ToArray());

    /// <inheritdoc/>
    public void AppendTombstone(TopicPartition partition, ReadOnlySpan<byte> key) => Store(partition, key.ToArray(), null);

    /// <summary>Lets the first held record of the partition at a position (in order of name) through.</summary>
    public void Deliver(int position)
    {
        var (partition, queue) = held.ElementAt(position);
        queue.Dequeue()();
        if (queue.Count == 0)
        {
            held.Remove(partition);
        }
    }

    /// <inheritdoc/>
    public void Flush(CancellationToken cancellation = default)
    {
        while (held.Count > 0)
        {
            Deliver(0);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Store(TopicPartition partition, byte[] key, byte[]? value)
    {
        if (!hold)
        {
            log.Store(partition, key, value);
            return;
        }

        var name = partition.ToString();
        if (!held.TryGetValue(name, out var queue))
        {
            held.Add(name, queue = new Queue<Action>());
        }

        queue.Enqueue(() => log.Store(partition, key, value));
    }
}
