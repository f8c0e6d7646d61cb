using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Commands.Learning;

/// <summary>Metrics for people.</summary>
internal static class MetricText
{
    /// <summary>The metrics that are defined, such as <c>auc 0.9235, logLoss 0.2865</c>.</summary>
    public static string Of(Scores scores) => string.Join(
        ", ", Enum.GetValues<Metric>().Where(metric => scores[metric] is not null).Select(metric => $"{metric.Text()} {scores[metric]:G4}"));
}
