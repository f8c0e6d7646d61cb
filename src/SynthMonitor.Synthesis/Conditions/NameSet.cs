using System.Collections.Frozen;
using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Some names, or all names but some, and perhaps missing ones.</summary>
public sealed class NameSet : ValueSet
{
    private readonly FrozenSet<string> lookup;

    /// <summary>Creates a set.</summary>
    /// <param name="names">The names.</param>
    /// <param name="withMissing">Whether a missing value is in the set.</param>
    /// <param name="isExcluding">Whether the set holds all names but these.</param>
    public NameSet(ImmutableArray<string> names, bool withMissing = false, bool isExcluding = false)
    {
        Names = names;
        WithMissing = withMissing;
        IsExcluding = isExcluding;
        lookup = names.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names that are in the set, or that are not.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether a missing value is in the set.</summary>
    public bool WithMissing { get; }

    /// <summary>Whether the set holds all names but <see cref="Names"/>.</summary>
    public bool IsExcluding { get; }

    /// <summary>Whether a name is in the set; null is missing.</summary>
    public bool Contains(string? name) => name is null ? WithMissing : lookup.Contains(name) != IsExcluding;

    /// <inheritdoc/>
    public override bool Contains(Column column, int row) => Contains(((NameColumn)column)[row]);

    /// <inheritdoc/>
    public override ValueSet Complement() => new NameSet(Names, !WithMissing, !IsExcluding);
}
