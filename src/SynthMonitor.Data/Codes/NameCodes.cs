using System.Collections.Frozen;
using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Codes;

/// <summary>
/// Codes of names: a cell for each frequent reference name, in order of falling frequency; where there were too many, the last cell,
/// <see cref="OtherName"/>, stands for all the rarer ones.
/// </summary>
public sealed record NameCodes : ColumnCodes
{
    /// <summary>How the cell of the rarer names is described.</summary>
    public const string OtherName = "(other)";

    private readonly FrozenDictionary<string, byte> codeOf;

    /// <summary>Creates codes.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="names">The names that have a cell of their own, in order of cells.</param>
    /// <param name="others">The names that share the last cell; empty where there is no such cell.</param>
    public NameCodes(string name, ImmutableArray<string> names, ImmutableArray<string> others)
        : base(name)
    {
        Names = names;
        Others = others;
        codeOf = names.Select((value, cell) => KeyValuePair.Create(value, (byte)(Code.First + cell)))
            .Concat(others.Select(value => KeyValuePair.Create(value, (byte)(Code.First + names.Length))))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The names that have a cell of their own, in order of cells.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The names that share the last cell.</summary>
    public ImmutableArray<string> Others { get; }

    /// <inheritdoc/>
    public override int Cells => Names.Length + (Others.IsEmpty ? 0 : 1);

    /// <inheritdoc/>
    public override bool IsOrdered => false;

    /// <summary>The code of a name; null is missing.</summary>
    public byte Encode(string? name) =>
        name is null ? Code.Missing : codeOf.TryGetValue(name, out var code) ? code : Code.Unseen;

    /// <summary>The code of a name given as characters.</summary>
    public byte Encode(ReadOnlySpan<char> name) =>
        codeOf.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var code) ? code : Code.Unseen;

    /// <inheritdoc/>
    public override void Encode(Column column, Span<byte> codes)
    {
        var names = (NameColumn)column;
        var translated = new byte[names.Names.Length];
        for (var position = 0; position < translated.Length; position++)
        {
            translated[position] = Encode(names.Names[position]);
        }

        var positions = names.Positions;
        for (var row = 0; row < positions.Length; row++)
        {
            codes[row] = positions[row] == NameColumn.MissingPosition ? Code.Missing : translated[positions[row]];
        }
    }

    /// <inheritdoc/>
    public bool Equals(NameCodes? other) =>
        other is not null && Name == other.Name && Names.SequenceEqual(other.Names) && Others.SequenceEqual(other.Others);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Names.Length, Others.Length);

    /// <inheritdoc/>
    protected override string DescribeCell(int cell) => cell < Names.Length ? Names[cell] : OtherName;
}
