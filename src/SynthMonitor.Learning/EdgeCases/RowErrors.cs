using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>How wrong a model was on each row, from 0 to 1.</summary>
public static class RowErrors
{
    private const double FullError = 0.95;

    /// <summary>
    /// |outcome − probability| (binary), 1 − the true class's probability (multiclass), or the absolute error as a share of its 95 % quantile, at most 1
    /// (regression); NaN where the outcome or the prediction is missing.
    /// </summary>
    public static double[] Of(LearningTask task, ReadOnlySpan<double> outcomes, Predictions predictions)
    {
        var errors = new double[outcomes.Length];
        for (var row = 0; row < errors.Length; row++)
        {
            errors[row] = double.IsNaN(outcomes[row]) || !predictions.Has(row) ? double.NaN
                : task.Kind == TaskKind.Multiclass ? 1 - predictions[row][(int)outcomes[row]]
                : Math.Abs(outcomes[row] - predictions[row][0]);
        }

        double[] sorted = task.Kind == TaskKind.Regression ? [.. errors.Where(double.IsFinite).Order()] : [];
        var full = sorted.Length == 0 ? 1 : sorted[(int)(FullError * (sorted.Length - 1))];
        return Array.ConvertAll(errors, error => full > 0 ? Math.Clamp(error / full, 0, 1) : error * 0);
    }
}
