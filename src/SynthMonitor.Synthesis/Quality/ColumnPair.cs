using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality;

/// <summary>A column of the real rows and the same one of the synthetic rows.</summary>
/// <param name="Real">The real values.</param>
/// <param name="Synthetic">The synthetic values, of the same storage.</param>
public sealed record ColumnPair(Column Real, Column Synthetic)
{
    /// <summary>The column's name.</summary>
    public string Name => Real.Name;

    /// <summary>Whether the values are numbers to be compared as such; truth values are labels.</summary>
    public bool IsNumber => Real is NumberColumn && Real.Schema.Kind != ColumnKind.Boolean;
}
