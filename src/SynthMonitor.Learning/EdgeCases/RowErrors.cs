using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.EdgeCases;

/// <summary>How wrong a model was on each row, from 0 to 1.</summary>
public static class RowErrors
{
    /// <summary>
    /// |outcome − probability| (binary), 1 − the true class's probability (multiclass), or the absolute error as a share of the greatest (regression); NaN
    /// where the outcome or the prediction is missing.
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

        var greatest = errors.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return task.Kind == TaskKind.Regression && greatest > 0
            ? Array.ConvertAll(errors, error => error / greatest)
            : Array.ConvertAll(errors, error => Math.Clamp(error, 0, 1));
    }
}
