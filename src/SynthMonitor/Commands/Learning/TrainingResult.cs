using System.Text.Json.Serialization;
using SynthMonitor.Learning.Judging;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Commands.Learning;

/// <summary>What <c>train</c> made.</summary>
/// <param name="Model">The model, of all rows.</param>
/// <param name="Holdout">The metrics on the latest rows of a model of the others; null where it could not be measured.</param>
/// <param name="HoldoutRows">The number of the latest rows.</param>
internal sealed record TrainingResult(TrainedModel Model, Scores? Holdout, int HoldoutRows);

/// <summary>What <c>train</c> made, as JSON.</summary>
/// <param name="Kind">What the model predicts: <c>binary</c>, <c>multiclass</c> or <c>regression</c>.</param>
/// <param name="Target">The column that it predicts.</param>
/// <param name="Positive">Binary: the label that it gives the probability of.</param>
/// <param name="Classes">Multiclass: the classes.</param>
/// <param name="Trainer">The trainer.</param>
/// <param name="Digest">The digest of the model's file.</param>
/// <param name="Rows">The rows learnt from.</param>
/// <param name="Columns">The columns that the model reads.</param>
/// <param name="HoldoutRows">The latest rows, which measured it.</param>
/// <param name="Metrics">The metrics on those; null where it could not be measured.</param>
internal sealed record TrainingReport(
    TaskKind Kind,
    string Target,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Positive,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Classes,
    string Trainer,
    string Digest,
    int Rows,
    IReadOnlyList<string> Columns,
    int HoldoutRows,
    MetricReport? Metrics)
{
    /// <summary>The report on a result.</summary>
    public static TrainingReport Of(TrainingResult result, int rows) => new(
        result.Model.Task.Kind,
        result.Model.Task.Target,
        result.Model.Task.Positive,
        result.Model.Task.Classes.IsEmpty ? null : result.Model.Task.Classes,
        result.Model.Trainer,
        result.Model.Digest,
        rows,
        [.. result.Model.Columns],
        result.HoldoutRows,
        result.Holdout is { } scores ? MetricReport.Of(scores) : null);
}
