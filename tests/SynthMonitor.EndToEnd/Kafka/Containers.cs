using DotNet.Testcontainers.Configurations;
using Testcontainers.Kafka;

namespace SynthMonitor.EndToEnd.Kafka;

/// <summary>Kafka in a container.</summary>
internal static class Containers
{
    /// <summary>One broker, which makes no topics by itself and lets groups begin at once.</summary>
    public static KafkaBuilder Kafka()
    {
        // Tests remove their containers; another one that watches over that is not needed, and its image not always to be had.
        TestcontainersSettings.ResourceReaperEnabled = false;
        return new KafkaBuilder("apache/kafka:4.3.1")
            .WithEnvironment("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .WithEnvironment("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            // An image built from files that nobody may write keeps its settings from its own user.
            .WithCreateParameterModifier(parameters => parameters.User = "root");
    }
}
