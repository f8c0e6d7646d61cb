namespace SynthMonitor.Configuration;

/// <summary>What the model predicts.</summary>
public sealed record TaskConfiguration
{
    /// <summary>The kind of task. The daemon serves <see cref="TaskKind.Binary"/>.</summary>
    public TaskKind Kind { get; init; } = TaskKind.Binary;

    /// <summary>The label of the positive class, as it stands in the label stream. Default <c>1</c>.</summary>
    public string Positive { get; init; } = "1";

    /// <summary>The score from which on the positive class is predicted. 0 … 1. Default 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The metric that models are judged by. Default area under the ROC curve.</summary>
    public QualityMetric Metric { get; init; } = QualityMetric.Auc;
}
