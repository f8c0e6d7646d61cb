using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>A metric of one model that can be computed quickly for many resamples of the same rows.</summary>
internal abstract class MetricSample
{
    /// <summary>The metric of a model on rows.</summary>
    public static MetricSample Create(Metric metric, LearningTask task, ReadOnlySpan<double> outcomes, Predictions predictions) => metric == Metric.Auc
        ? new AucSample(outcomes, predictions.Values)
        : new MeanSample(Losses.Of(metric, task, outcomes, predictions), isRoot: metric == Metric.Rmse);

    /// <summary>The metric when row i occurs <paramref name="counts"/>[i] times; null where it is undefined.</summary>
    public abstract double? Value(ReadOnlySpan<int> counts);
}
