using System.Collections.Immutable;

namespace SynthMonitor.Configuration;

/// <summary>How Kafka is reached.</summary>
public sealed record KafkaConfiguration
{
    /// <summary>Brokers to begin with: <c>host:port</c>, separated by commas.</summary>
    public required string BootstrapServers { get; init; }

    /// <summary>What the names of all topics of SynthMonitor's own begin with. Default <c>synthmonitor.</c></summary>
    public string TopicPrefix { get; init; } = "synthmonitor.";

    /// <summary>The number of partitions of each topic of SynthMonitor's own; fixed when the topics are created. Default 4.</summary>
    public int Partitions { get; init; } = 4;

    /// <summary>Settings of librdkafka, by its own names, such as <c>security.protocol</c>. Each value may be a secret.</summary>
    public ImmutableSortedDictionary<string, Secret> Properties { get; init; } =
        ImmutableSortedDictionary.Create<string, Secret>(StringComparer.Ordinal);
}
