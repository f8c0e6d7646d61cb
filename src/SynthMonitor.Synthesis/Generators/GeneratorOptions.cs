using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Constraints;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>What all generators are told when they fit.</summary>
public abstract record GeneratorOptions
{
    /// <summary>The column that is drawn last, from all others; null means the column whose role is the target, if any.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// Columns that are drawn first, in this order, even the target: conditions on them then hold for every row that is drawn, so that
    /// none is drawn in vain. Empty by default.
    /// </summary>
    public ImmutableArray<string> First { get; init; } = [];

    /// <summary>What rows must be like besides what they teach; null means nothing.</summary>
    public ConstraintSet? Constraints { get; init; }

    /// <summary>How finely columns are cut; fewer cells are made where there are too few rows for them.</summary>
    public CodebookOptions Codebook { get; init; } = new(NumberCells: 128, NameCells: 251, AtomShare: 0.002);

    /// <summary>The most threads to use, at least 1; null means one for each processor. It never changes the result.</summary>
    public int? Threads { get; init; }
}
