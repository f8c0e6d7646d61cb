namespace SynthMonitor.Learning.Training;

/// <summary>How <see cref="LightGbmTrainer"/> boosts trees.</summary>
public sealed record LightGbmOptions
{
    /// <summary>The number of trees (for multiclass: a class).</summary>
    public int Trees { get; init; } = 120;

    /// <summary>The greatest depth of a tree.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>The most leaves of a tree.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>The share of each tree's values that is added, in (0, 1].</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The share of the rows that each tree learns from, in (0, 1].</summary>
    public double RowShare { get; init; } = 1;

    /// <summary>The share of the features that each tree learns from, in (0, 1].</summary>
    public double ColumnShare { get; init; } = 1;

    /// <summary>The fewest rows of a leaf.</summary>
    public int MinimumLeafRows { get; init; } = 10;

    /// <summary>
    /// Threads. One by default: on the row counts of a retraining more gain little, and where other work wants the processors LightGBM's waiting
    /// threads take many times as long. The same number gives the same model.
    /// </summary>
    public int Threads { get; init; } = 1;
}
