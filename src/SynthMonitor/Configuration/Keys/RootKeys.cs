using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of the file as a whole.</summary>
internal static class RootKeys
{
    /// <summary>The section.</summary>
    public static Section<SynthMonitorConfiguration> Section { get; } = new(
        new() { Kafka = KafkaKeys.Section.Prototype, Monitors = [] },
        new Key<SynthMonitorConfiguration, KafkaConfiguration>(
            new SectionType<KafkaConfiguration>(KafkaKeys.Section), root => root.Kafka, (root, value) => root with { Kafka = value })
        {
            Name = "kafka",
            IsRequired = true,
            Documentation = "how Kafka is reached",
        },
        new Key<SynthMonitorConfiguration, HttpConfiguration>(
            new SectionType<HttpConfiguration>(HttpKeys.Section), root => root.Http, (root, value) => root with { Http = value })
        {
            Name = "http",
            Documentation = "where metrics, health and the status page are served",
        },
        new Key<SynthMonitorConfiguration, RegistryConfiguration>(
            new SectionType<RegistryConfiguration>(RegistryKeys.Section),
            root => root.Registry,
            (root, value) => root with { Registry = value })
        {
            Name = "registry",
            Documentation = "where models are kept",
        },
        new Key<SynthMonitorConfiguration, StateConfiguration>(
            new SectionType<StateConfiguration>(StateKeys.Section), root => root.State, (root, value) => root with { State = value })
        {
            Name = "state",
            Documentation = "where references are kept, for all processes to read",
        },
        new Key<SynthMonitorConfiguration, System.Collections.Immutable.ImmutableArray<MonitorConfiguration>>(
            new ListType<MonitorConfiguration>(MonitorKeys.Section, monitor => monitor.Name),
            root => root.Monitors,
            (root, value) => root with { Monitors = value })
        {
            Name = "monitors",
            IsRequired = true,
            Documentation = "the monitors: one for each model that is watched",
        });
}
