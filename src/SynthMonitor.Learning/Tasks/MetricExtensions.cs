namespace SynthMonitor.Learning.Tasks;

/// <summary>What is known of each <see cref="Metric"/>.</summary>
public static class MetricExtensions
{
    /// <summary>Whether greater is better.</summary>
    public static bool IsGain(this Metric metric) => metric is Metric.Auc or Metric.Accuracy;

    /// <summary>Whether a metric is defined for a kind of task.</summary>
    public static bool Fits(this Metric metric, TaskKind kind) => kind switch
    {
        TaskKind.Binary => metric is Metric.Auc or Metric.LogLoss or Metric.Accuracy or Metric.Brier,
        TaskKind.Multiclass => metric is Metric.LogLoss or Metric.Accuracy,
        _ => metric is Metric.Rmse,
    };

    /// <summary>The metric by which a kind of task is judged unless another is asked for.</summary>
    public static Metric Default(TaskKind kind) => kind switch
    {
        TaskKind.Binary => Metric.Auc,
        TaskKind.Multiclass => Metric.LogLoss,
        _ => Metric.Rmse,
    };

    /// <summary>The metric's name in text: <c>auc</c>, <c>logLoss</c>, <c>accuracy</c>, <c>brier</c>, <c>rmse</c>.</summary>
    public static string Text(this Metric metric) => metric switch
    {
        Metric.Auc => "auc",
        Metric.LogLoss => "logLoss",
        Metric.Accuracy => "accuracy",
        Metric.Brier => "brier",
        _ => "rmse",
    };
}
