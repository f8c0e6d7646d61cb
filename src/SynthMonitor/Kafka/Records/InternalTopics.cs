using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Kafka.Records;

/// <summary>The names and partition counts of the topics that the roles share.</summary>
/// <param name="Prefix">What every name begins with.</param>
/// <param name="Partitions">Partitions of the topics whose key is the monitor; equal for all of them.</param>
/// <param name="RowPartitions">Partitions of <c>rows</c>, which are shared out by row key.</param>
public sealed record InternalTopics(string Prefix = "synthmonitor.", int Partitions = 4, int RowPartitions = 4)
{
    /// <summary>Chunks, outcomes and epoch requests, in one order for each monitor.</summary>
    public string Profiles => Prefix + "profiles";

    /// <summary>Raw rows and markers.</summary>
    public string Rows => Prefix + "rows";

    /// <summary>Results of windows.</summary>
    public string Windows => Prefix + "windows";

    /// <summary>Incidents.</summary>
    public string Incidents => Prefix + "incidents";

    /// <summary>Finished transitions of responses.</summary>
    public string Events => Prefix + "events";

    /// <summary>Requests of people and alerts.</summary>
    public string Commands => Prefix + "commands";

    /// <summary>Epoch starts and snapshots.</summary>
    public string State => Prefix + "state";

    /// <summary>Records that could not be read or used.</summary>
    public string DeadLetters => Prefix + "dead-letters";

    /// <summary>All topics, as they must be.</summary>
    public IEnumerable<TopicSpecification> All =>
    [
        new(Profiles, Partitions),
        new(Rows, RowPartitions),
        new(Windows, Partitions),
        new(Incidents, Partitions),
        new(Events, Partitions),
        new(Commands, Partitions),
        new(State, Partitions, Compacted: true),
        new(DeadLetters, Partitions),
    ];

    /// <summary>The partition of a monitor in one of the topics whose key is the monitor.</summary>
    public TopicPartition Of(string topic, string monitor) => new(topic, Murmur2.Partition(monitor, Partitions));
}
