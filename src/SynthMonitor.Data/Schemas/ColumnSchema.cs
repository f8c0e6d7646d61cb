namespace SynthMonitor.Data.Schemas;

/// <summary>Name, kind and role of one column.</summary>
/// <param name="Name">The column's name, unique in its schema (ordinal comparison).</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Format">
/// How values are written: for <see cref="ColumnKind.Datetime"/> a .NET format string, for <see cref="ColumnKind.Boolean"/>
/// the texts of false and true separated by <c>|</c> (such as <c>no|yes</c>); null means ISO 8601 and <c>false|true</c>.
/// </param>
public sealed record ColumnSchema(string Name, ColumnKind Kind, ColumnRole Role = ColumnRole.Feature, string? Format = null)
{
    /// <summary>Whether values are names out of a dictionary (categorical, text) rather than numbers.</summary>
    public bool IsNominal => Kind is ColumnKind.Categorical or ColumnKind.Text;

    /// <summary>Whether a <see cref="Codes.Codebook"/> codes the column: everything but text, keys, times and ignored columns.</summary>
    public bool IsCoded => Kind != ColumnKind.Text && Role is not (ColumnRole.Key or ColumnRole.Time or ColumnRole.Ignored);
}
