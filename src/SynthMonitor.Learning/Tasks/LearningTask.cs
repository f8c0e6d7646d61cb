using System.Collections.Immutable;
using SynthMonitor.Data;

namespace SynthMonitor.Learning.Tasks;

/// <summary>What is to be predicted, and by what models are compared.</summary>
/// <param name="Kind">What a model predicts.</param>
/// <param name="Target">The name of the target column.</param>
/// <param name="Positive">Binary: the text of the positive class; every other text is the negative class. Else null.</param>
/// <param name="Threshold">Binary: the probability from which a row counts as positive, in (0, 1).</param>
/// <param name="Metric">The metric of the kind by which models are compared.</param>
public sealed record LearningTask(TaskKind Kind, string Target, string? Positive, double Threshold, Metric Metric)
{
    /// <summary>A binary task judged by AUC.</summary>
    public static LearningTask Binary(string target, string positive, double threshold = 0.5, Metric metric = Metric.Auc) =>
        new(TaskKind.Binary, target, positive, threshold, metric);

    /// <summary>A regression judged by root mean squared error.</summary>
    public static LearningTask Regression(string target) => new(TaskKind.Regression, target, null, 0.5, Metric.Rmse);

    /// <summary>A multiclass task.</summary>
    /// <param name="target">The name of the target column.</param>
    /// <param name="classes">The texts of the classes.</param>
    /// <param name="metric">By what models are compared.</param>
    public static LearningTask Multiclass(string target, ImmutableArray<string> classes, Metric metric = Metric.LogLoss) =>
        new(TaskKind.Multiclass, target, null, 0.5, metric) { Classes = classes };

    /// <summary>Multiclass: the texts of the classes, in the order of their probabilities. Else empty.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>The number of values that a model gives for a row: the number of classes for multiclass, else 1.</summary>
    public int Width => Kind == TaskKind.Multiclass ? Classes.Length : 1;

    /// <summary>Checks that the parts fit each other.</summary>
    /// <exception cref="InputException">They do not.</exception>
    public void Validate()
    {
        if (!Metric.Fits(Kind))
        {
            var fitting = Enum.GetValues<Metric>().Where(metric => metric.Fits(Kind)).Select(metric => metric.Text());
            throw new InputException(null, null, Target, $"the metric {Metric.Text()} for a {Kind} task", string.Join(" or ", fitting));
        }

        if (Kind == TaskKind.Binary && Positive is null)
        {
            throw new InputException(null, null, Target, "a binary task without a positive class", "the text of the positive class");
        }

        if (Kind == TaskKind.Binary && Threshold is not (> 0 and < 1))
        {
            throw new InputException(null, null, Target, $"the threshold {Threshold}", "a number between 0 and 1");
        }

        if (Kind == TaskKind.Multiclass && Classes.Length < 3)
        {
            throw new InputException(null, null, Target, $"{Classes.Length} classes", "at least 3 for a multiclass task");
        }
    }
}
