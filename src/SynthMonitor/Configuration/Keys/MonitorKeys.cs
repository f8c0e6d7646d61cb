using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of a monitor.</summary>
internal static class MonitorKeys
{
    /// <summary>The section.</summary>
    public static Section<MonitorConfiguration> Section { get; } = new(
        new() { Name = "", Reference = "", Task = TaskKeys.Section.Prototype, Features = FeaturesKeys.Section.Prototype },
        [.. What(), .. MonitorTuningKeys.All, Respond()]);

    private static IEnumerable<Key<MonitorConfiguration>> What() =>
    [
        new Key<MonitorConfiguration, string>(
            new TextType("a name of a-z, 0-9, '-', '_' and '.', at most 64", Patterns.MonitorName()),
            monitor => monitor.Name,
            (monitor, value) => monitor with { Name = value })
        {
            Name = "name",
            IsRequired = true,
            Documentation = "the monitor's name, which no other monitor has",
        },
        new Key<MonitorConfiguration, string>(
            new PathType("a file"), monitor => monitor.Reference, (monitor, value) => monitor with { Reference = value })
        {
            Name = "reference",
            IsRequired = true,
            Documentation = "the file of the reference, made by `synthmonitor profile`, relative to the configuration file",
        },
        new Key<MonitorConfiguration, TaskConfiguration>(
            new SectionType<TaskConfiguration>(TaskKeys.Section),
            monitor => monitor.Task,
            (monitor, value) => monitor with { Task = value })
        {
            Name = "task",
            IsRequired = true,
            Documentation = "what the model predicts",
        },
        new Key<MonitorConfiguration, FeaturesConfiguration>(
            new SectionType<FeaturesConfiguration>(FeaturesKeys.Section),
            monitor => monitor.Features,
            (monitor, value) => monitor with { Features = value })
        {
            Name = "features",
            IsRequired = true,
            Documentation = "the stream of features and predictions",
        },
        new Key<MonitorConfiguration, LabelsConfiguration>(
            new SectionType<LabelsConfiguration>(LabelsKeys.Section),
            monitor => monitor.Labels,
            (monitor, value) => monitor with { Labels = value })
        {
            Name = "labels",
            Documentation = "the stream of labels; without it only the data are watched",
        },
    ];

    private static Key<MonitorConfiguration, RespondConfiguration> Respond() => new(
        new SectionType<RespondConfiguration>(RespondKeys.Section),
        monitor => monitor.Respond,
        (monitor, value) => monitor with { Respond = value })
    {
        Name = "respond",
        Effect = ChangeEffect.Live,
        Documentation = "how an incident is answered; without it incidents are only reported",
    };
}
