using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Client;

/// <summary>The partitions that a member has now, found without hashing by topic and number.</summary>
internal sealed class KafkaAssignment(IReadOnlyList<string> topics)
{
    private readonly Entry?[][] entries = [.. topics.Select(_ => Array.Empty<Entry?>())];

    /// <summary>All of them.</summary>
    public IEnumerable<Entry> All => entries.SelectMany(topic => topic).OfType<Entry>();

    /// <summary>The entry of a partition, or null; the topic may be left out where there is only one.</summary>
    public Entry? Find(string? topic, int partition)
    {
        var ofTopic = entries[IndexOf(topic)];
        return (uint)partition < (uint)ofTopic.Length ? ofTopic[partition] : null;
    }

    /// <summary>Adds a partition.</summary>
    public Entry Add(string topic, int partition)
    {
        ref var ofTopic = ref entries[IndexOf(topic)];
        if (partition >= ofTopic.Length)
        {
            Array.Resize(ref ofTopic, partition + 1);
        }

        return ofTopic[partition] = new Entry(new TopicPartition(topics[IndexOf(topic)], partition));
    }

    /// <summary>Removes all partitions, and with them their pauses.</summary>
    public void Clear() => Array.Fill(entries, []);

    private int IndexOf(string? topic)
    {
        for (var index = 0; topics.Count > 1 && index < topics.Count; index++)
        {
            if (topics[index] == topic)
            {
                return index;
            }
        }

        return 0;
    }

    /// <summary>One assigned partition.</summary>
    /// <param name="source">The partition.</param>
    internal sealed class Entry(TopicPartition source)
    {
        /// <summary>The partition.</summary>
        public TopicPartition Source { get; } = source;

        /// <summary>What is read next.</summary>
        public long Position { get; set; }

        /// <summary>Whether its delivery is stopped.</summary>
        public bool IsPaused { get; set; }
    }
}
