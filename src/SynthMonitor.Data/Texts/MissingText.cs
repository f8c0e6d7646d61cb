using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SynthMonitor.Data.Texts;

/// <summary>
/// Which texts stand for a missing value. The empty text always does, quoted or not. Besides it, unless markers are named, those that
/// programs commonly write (<c>NA</c>, <c>N/A</c>, <c>#N/A</c>, <c>null</c>, <c>None</c>, <c>?</c>, case ignored) do so in a column that
/// holds no names; among names they may mean something, and stay. Markers that are named stand for missing, as they are written, in every
/// column.
/// </summary>
public sealed class MissingText
{
    private static readonly FrozenSet<string> Common =
        new[] { "NA", "N/A", "#N/A", "null", "None", "?" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenSet<string>? named;

    /// <summary>Creates the rule.</summary>
    /// <param name="markers">The markers, or null for the common ones.</param>
    public MissingText(ImmutableArray<string>? markers) => named = markers?.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a text is missing in every column.</summary>
    public bool IsMissing(ReadOnlySpan<char> text) =>
        text.IsEmpty || (named is not null && named.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text));

    /// <summary>Whether a text that is not missing everywhere is so in a column of numbers.</summary>
    public bool IsMissingNumber(ReadOnlySpan<char> text) =>
        named is null && text.Length <= 8 && Common.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text.Trim());
}
