using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Judging;

/// <summary>Real rows, in time order, that no candidate was trained on.</summary>
/// <param name="Task">What was predicted.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Outcomes">Their outcomes as <see cref="Tasks.Outcomes.Of"/> gives them; rows without one are not judged on.</param>
public sealed record Holdout(LearningTask Task, Table Rows, double[] Outcomes)
{
    /// <summary>Some rows of it, in the order given.</summary>
    internal Holdout Take(int[] rows) => new(Task, Rows.Take(rows), [.. rows.Select(row => Outcomes[row])]);
}
