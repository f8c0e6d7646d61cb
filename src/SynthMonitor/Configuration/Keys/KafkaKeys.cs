using System.Collections.Immutable;
using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>kafka</c>.</summary>
internal static class KafkaKeys
{
    /// <summary>The section.</summary>
    public static Section<KafkaConfiguration> Section { get; } = new(
        new() { BootstrapServers = "" },
        new Key<KafkaConfiguration, string>(
            new TextType("brokers such as kafka-1:9092,kafka-2:9092", Patterns.Brokers()),
            kafka => kafka.BootstrapServers,
            (kafka, value) => kafka with { BootstrapServers = value })
        {
            Name = "bootstrapServers",
            IsRequired = true,
            Documentation = "the brokers to begin with: host and port, separated by commas",
        },
        new Key<KafkaConfiguration, string>(
            new TextType("a topic prefix of letters, digits, '.', '_' and '-', at most 200", Patterns.TopicPrefix()),
            kafka => kafka.TopicPrefix,
            (kafka, value) => kafka with { TopicPrefix = value })
        {
            Name = "topicPrefix",
            Documentation = "what the names of all topics of SynthMonitor's own begin with",
        },
        new Key<KafkaConfiguration, int>(
            new IntegerType(1, 1024), kafka => kafka.Partitions, (kafka, value) => kafka with { Partitions = value })
        {
            Name = "partitions",
            Documentation = "the number of partitions of each topic of SynthMonitor's own; fixed when the topics are created",
        },
        new Key<KafkaConfiguration, ImmutableSortedDictionary<string, Secret>>(
            new MapType<Secret>("a section of librdkafka's settings", new SecretType()),
            kafka => kafka.Properties,
            (kafka, value) => kafka with { Properties = value })
        {
            Name = "properties",
            Documentation = "settings of librdkafka by its own names, such as security.protocol; each value may be a secret",
        });
}
