using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>task</c>.</summary>
internal static class TaskKeys
{
    private const string Unserved = "which the daemon does not serve yet (the commands train and tournament do)";

    /// <summary>The section.</summary>
    public static Section<TaskConfiguration> Section { get; } = new(
        new(),
        new Key<TaskConfiguration, TaskKind>(
            new ChoiceType<TaskKind>(("multiclass", Unserved), ("regression", Unserved)),
            task => task.Kind,
            (task, value) => task with { Kind = value })
        {
            Name = "kind",
            IsRequired = true,
            Documentation = "what kind of value the model predicts",
        },
        new Key<TaskConfiguration, string>(new LabelType("a label"), task => task.Positive, (task, value) => task with { Positive = value })
        {
            Name = "positive",
            Documentation = "the label of the positive class, as it stands in the label stream",
        },
        new Key<TaskConfiguration, double>(new NumberType(0, 1), task => task.Threshold, (task, value) => task with { Threshold = value })
        {
            Name = "threshold",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "the score from which on the positive class is predicted",
        },
        new Key<TaskConfiguration, QualityMetric>(
            new ChoiceType<QualityMetric>(),
            task => task.Metric,
            (task, value) => task with { Metric = value })
        {
            Name = "metric",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "the metric that models are judged by",
        });
}
