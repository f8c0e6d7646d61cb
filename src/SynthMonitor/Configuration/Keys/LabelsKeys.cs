using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>labels</c>.</summary>
internal static class LabelsKeys
{
    /// <summary>The section.</summary>
    public static Section<LabelsConfiguration> Section { get; } = new(
        new() { Topic = "", Key = "", Label = "" },
        new Key<LabelsConfiguration, string>(FieldKeys.Topic, labels => labels.Topic, (labels, value) => labels with { Topic = value })
        {
            Name = "topic",
            IsRequired = true,
            Documentation = "the topic of labels",
        },
        new Key<LabelsConfiguration, string>(FieldKeys.Field, labels => labels.Key, (labels, value) => labels with { Key = value })
        {
            Name = "key",
            IsRequired = true,
            Documentation = "the field that identifies the row which the label belongs to",
        },
        new Key<LabelsConfiguration, string>(FieldKeys.Field, labels => labels.Time, (labels, value) => labels with { Time = value })
        {
            Name = "time",
            Documentation = "the field of the label's event time; without it, Kafka's own timestamp",
        },
        new Key<LabelsConfiguration, string>(FieldKeys.Field, labels => labels.Label, (labels, value) => labels with { Label = value })
        {
            Name = "label",
            IsRequired = true,
            Documentation = "the field of the label",
        },
        new Key<LabelsConfiguration, TimeSpan>(
            new SpanType(TimeSpan.FromSeconds(1), TimeSpan.FromDays(366)),
            labels => labels.Horizon,
            (labels, value) => labels with { Horizon = value })
        {
            Name = "horizon",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "how long after its prediction a label is waited for",
        },
        new Key<LabelsConfiguration, TimeSpan>(
            new SpanType(TimeSpan.Zero, TimeSpan.FromDays(30)),
            labels => labels.Lateness,
            (labels, value) => labels with { Lateness = value })
        {
            Name = "lateness",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "how much later than the newest label of its partition a label may come",
        });
}
