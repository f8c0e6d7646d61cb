using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>How <see cref="TreeGenerator"/> fits.</summary>
public sealed record TreeOptions
{
    /// <summary>The column that is drawn last, from all others; null means the column whose role is the target, if any.</summary>
    public string? Target { get; init; }

    /// <summary>The boosting rounds of each question about a column, at least 1.</summary>
    public int Rounds { get; init; } = 100;

    /// <summary>The boosting rounds of each question about the target, at least 1.</summary>
    public int TargetRounds { get; init; } = 100;

    /// <summary>A question that fewer rows reach is answered by their frequencies alone.</summary>
    public int MinimumRows { get; init; } = 25;

    /// <summary>How finely columns are cut; fewer cells are made where there are too few rows for them.</summary>
    public CodebookOptions Codebook { get; init; } = new(NumberCells: 128, NameCells: 251, AtomShare: 0.002);

    /// <summary>The most threads to use, at least 1; null means one for each processor. It never changes the result.</summary>
    public int? Threads { get; init; }
}
