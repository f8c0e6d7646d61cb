using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Training;

/// <summary>Rows with outcomes to learn from.</summary>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Rows">The rows; those without an outcome or with weight 0 are left out.</param>
/// <param name="Weights">A weight for each row, not negative; null when all count alike.</param>
public sealed record TrainingSet(LearningTask Task, Table Rows, double[]? Weights = null)
{
    /// <summary>The rows that count, with their outcomes and weights.</summary>
    /// <exception cref="InputException">There is nothing to learn: no row has an outcome, or all have the same.</exception>
    internal (Table Rows, double[] Outcomes, double[]? Weights) Usable()
    {
        var outcomes = Outcomes.Of(Task, Rows);
        var kept = Enumerable.Range(0, Rows.Rows).Where(row => !double.IsNaN(outcomes[row]) && Weights?[row] != 0).ToArray();
        double[] known = [.. kept.Select(row => outcomes[row])];
        if (known.Length == 0 || known.All(outcome => outcome == known[0]))
        {
            throw new InputException(
                null, null, Task.Target, known.Length == 0 ? "no row with an outcome" : $"{known.Length} rows that all have the same outcome", "at least two outcomes to learn from");
        }

        return (kept.Length == Rows.Rows ? Rows : Rows.Take(kept), known, Weights is null ? null : [.. kept.Select(row => Weights[row])]);
    }
}
