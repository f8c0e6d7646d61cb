using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>The metrics of one model on some rows; null where a metric is not defined for the task or for these rows (AUC with one class).</summary>
/// <param name="Auc">Area under the ROC curve.</param>
/// <param name="LogLoss">Mean negative log-likelihood.</param>
/// <param name="Accuracy">Share of right classes.</param>
/// <param name="Brier">Mean squared difference of probability and outcome.</param>
/// <param name="Rmse">Root mean squared error.</param>
public sealed record Scores(double? Auc, double? LogLoss, double? Accuracy, double? Brier, double? Rmse)
{
    /// <summary>The value of a metric.</summary>
    public double? this[Metric metric] => metric switch
    {
        Metric.Auc => Auc,
        Metric.LogLoss => LogLoss,
        Metric.Accuracy => Accuracy,
        Metric.Brier => Brier,
        _ => Rmse,
    };
}
