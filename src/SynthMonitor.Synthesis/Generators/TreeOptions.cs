namespace SynthMonitor.Synthesis.Generators;

/// <summary>How <see cref="TreeGenerator"/> fits.</summary>
public sealed record TreeOptions : GeneratorOptions
{
    /// <summary>The most boosting rounds of each question, at least 1.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>The depth of the trees that answer questions about features, 1 … 8.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>The depth of the trees that answer questions about the target, 1 … 8.</summary>
    public int TargetDepth { get; init; } = 6;

    /// <summary>A question that fewer rows reach is answered by their frequencies alone.</summary>
    public int MinimumRows { get; init; } = 25;
}
