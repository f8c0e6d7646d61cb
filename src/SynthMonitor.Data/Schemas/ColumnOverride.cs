using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Schemas;

/// <summary>What a person says about a column; what is null is inferred or left at its default.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What its values are, or null.</param>
/// <param name="Role">What it is for, or null.</param>
/// <param name="Format">How its values are written (<see cref="ColumnSchema.Format"/>), or null.</param>
/// <param name="Test">How it is compared with a reference, or null.</param>
public sealed record ColumnOverride(
    string Name, ColumnKind? Kind = null, ColumnRole? Role = null, string? Format = null, ColumnTestChoice? Test = null)
{
    /// <summary>Says what is wrong with the format, or null. A format needs a kind, boolean or datetime.</summary>
    public string? FormatFault => Format is null ? null
        : Kind is { } kind ? ValueText.FormatFault(kind, Format)
        : $"found '{Format}' without a kind, expected kind boolean or datetime";
}
