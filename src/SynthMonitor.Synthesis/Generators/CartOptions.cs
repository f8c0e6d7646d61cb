namespace SynthMonitor.Synthesis.Generators;

/// <summary>How <see cref="CartGenerator"/> fits.</summary>
public sealed record CartOptions : GeneratorOptions
{
    /// <summary>The fewest rows in a leaf, at least 1. Fewer follow the data more closely, and repeat single rows more often.</summary>
    public int MinimumLeaf { get; init; } = 50;
}
