using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Ingest;

/// <summary>A source partition that a worker owns, and how far it has got with it.</summary>
/// <param name="partition">The partition on the log.</param>
/// <param name="ingest">Its ingest.</param>
internal sealed class OwnedPartition(TopicPartition partition, PartitionIngest ingest)
{
    public TopicPartition Partition { get; } = partition;

    public PartitionIngest Ingest { get; } = ingest;

    /// <summary>The chunk start that was committed last.</summary>
    public long Committed { get; set; } = ingest.CommitOffset;

    /// <summary>The partition's end, where it was seen last.</summary>
    public long End { get; set; }

    /// <summary>Since when nothing has come behind that end; null while something comes.</summary>
    public long? EndSince { get; set; }

    /// <summary>Whether it waits for slower ones.</summary>
    public bool IsPaused { get; set; }
}
