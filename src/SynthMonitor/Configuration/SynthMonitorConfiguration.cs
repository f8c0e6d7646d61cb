using System.Collections.Immutable;

namespace SynthMonitor.Configuration;

/// <summary>What one configuration file says. Immutable, and valid as a whole where <see cref="ConfigurationLoader"/> made it.</summary>
public sealed record SynthMonitorConfiguration
{
    /// <summary>How Kafka is reached.</summary>
    public required KafkaConfiguration Kafka { get; init; }

    /// <summary>Where metrics, health and the status page are served.</summary>
    public HttpConfiguration Http { get; init; } = new();

    /// <summary>Where models are kept.</summary>
    public RegistryConfiguration Registry { get; init; } = new();

    /// <summary>Where references are kept, for all processes to read.</summary>
    public StateConfiguration State { get; init; } = new();

    /// <summary>The monitors; at least one, with different names.</summary>
    public required ImmutableArray<MonitorConfiguration> Monitors { get; init; }
}
