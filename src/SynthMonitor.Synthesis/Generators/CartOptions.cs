using SynthMonitor.Data.Codes;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>How <see cref="CartGenerator"/> fits.</summary>
public sealed record CartOptions
{
    /// <summary>The column that is drawn last, from all others; null means the column whose role is the target, if any.</summary>
    public string? Target { get; init; }

    /// <summary>The fewest rows in a leaf, at least 1. Fewer follow the data more closely, and repeat single rows more often.</summary>
    public int MinimumLeaf { get; init; } = 50;

    /// <summary>How finely columns are cut; fewer cells are made where there are too few rows for them.</summary>
    public CodebookOptions Codebook { get; init; } = new(NumberCells: 128, NameCells: 251, AtomShare: 0.002);

    /// <summary>The most threads to use, at least 1; null means one for each processor. It never changes the result.</summary>
    public int? Threads { get; init; }
}
