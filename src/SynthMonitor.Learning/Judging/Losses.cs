using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>What each row adds to a metric that is a mean over rows.</summary>
internal static class Losses
{
    /// <summary>Probabilities nearer to 0 or 1 than this count as this near: a logged score of 0 is a rounded one.</summary>
    public const double Clip = 1e-6;

    /// <summary>For each row its log-loss, its right (1) or wrong (0) class, or its squared error.</summary>
    public static double[] Of(Metric metric, LearningTask task, ReadOnlySpan<double> outcomes, Predictions predictions)
    {
        var losses = new double[outcomes.Length];
        for (var row = 0; row < losses.Length; row++)
        {
            losses[row] = Of(metric, task, outcomes[row], predictions[row]);
        }

        return losses;
    }

    /// <summary>By which loss slices of a task's rows are compared.</summary>
    public static Metric ForSlices(LearningTask task) => task.Kind == TaskKind.Regression ? Metric.Rmse : Metric.LogLoss;

    private static double Of(Metric metric, LearningTask task, double outcome, ReadOnlySpan<double> values) => metric switch
    {
        Metric.LogLoss => -Math.Log(Math.Clamp(task.Kind == TaskKind.Multiclass ? values[(int)outcome] : outcome == 1 ? values[0] : 1 - values[0], Clip, 1 - Clip)),
        Metric.Accuracy => task.Kind == TaskKind.Multiclass ? (Likeliest(values) == (int)outcome ? 1 : 0) : (values[0] >= task.Threshold) == (outcome == 1) ? 1 : 0,
        _ => (values[0] - outcome) * (values[0] - outcome),
    };

    private static int Likeliest(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var position = 1; position < values.Length; position++)
        {
            best = values[position] > values[best] ? position : best;
        }

        return best;
    }
}
