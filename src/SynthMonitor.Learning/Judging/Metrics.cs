using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>Metrics of predictions against outcomes.</summary>
public static class Metrics
{
    /// <summary>One metric.</summary>
    /// <param name="metric">A metric of the task's kind.</param>
    /// <param name="task">What was predicted.</param>
    /// <param name="outcomes">Outcomes as <see cref="Outcomes.Of"/> gives them, none missing.</param>
    /// <param name="predictions">What the model said of the same rows.</param>
    /// <returns>The value, or null where it is undefined: no rows, or AUC with one class only.</returns>
    public static double? Of(Metric metric, LearningTask task, ReadOnlySpan<double> outcomes, Predictions predictions)
    {
        var once = new int[outcomes.Length];
        Array.Fill(once, 1);
        return MetricSample.Create(metric, task, outcomes, predictions).Value(once);
    }

    /// <summary>All metrics of the task's kind.</summary>
    /// <inheritdoc cref="Of"/>
    public static Scores All(LearningTask task, ReadOnlySpan<double> outcomes, Predictions predictions)
    {
        var values = new double?[Enum.GetValues<Metric>().Length];
        foreach (var metric in Enum.GetValues<Metric>())
        {
            values[(int)metric] = metric.Fits(task.Kind) ? Of(metric, task, outcomes, predictions) : null;
        }

        return new Scores(values[(int)Metric.Auc], values[(int)Metric.LogLoss], values[(int)Metric.Accuracy], values[(int)Metric.Brier], values[(int)Metric.Rmse]);
    }
}
