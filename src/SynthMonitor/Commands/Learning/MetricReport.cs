using System.Text.Json.Serialization;
using SynthMonitor.Learning.Judging;

namespace SynthMonitor.Commands.Learning;

/// <summary>The metrics of a model, as JSON; those that are not defined are left out.</summary>
internal sealed record MetricReport(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Auc,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? LogLoss,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Accuracy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Brier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Rmse)
{
    /// <summary>The metrics of some scores.</summary>
    public static MetricReport Of(Scores scores) => new(scores.Auc, scores.LogLoss, scores.Accuracy, scores.Brier, scores.Rmse);
}
