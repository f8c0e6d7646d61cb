using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>A column of names (categorical or text), held as positions in a dictionary.</summary>
public sealed class NameColumn : Column
{
    /// <summary>The position that stands for a missing value.</summary>
    public const int MissingPosition = -1;

    private readonly int[] positions;

    /// <summary>Creates a column over an array that the caller gives away.</summary>
    /// <param name="schema">Name, kind (a nominal one) and role.</param>
    /// <param name="names">The dictionary: distinct names, which need not all occur.</param>
    /// <param name="positions">For each row a position in <paramref name="names"/>, or <see cref="MissingPosition"/>.</param>
    /// <exception cref="ArgumentException">The kind is not nominal.</exception>
    public NameColumn(ColumnSchema schema, ImmutableArray<string> names, int[] positions)
        : base(schema)
    {
        if (!schema.IsNominal)
        {
            throw new ArgumentException($"column '{schema.Name}' of kind {schema.Kind} holds numbers, not names", nameof(schema));
        }

        Names = names;
        this.positions = positions;
    }

    /// <summary>The dictionary.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>For each row a position in <see cref="Names"/>, or <see cref="MissingPosition"/>.</summary>
    public ReadOnlySpan<int> Positions => positions;

    /// <inheritdoc/>
    public override int Rows => positions.Length;

    /// <summary>The name at a row, or null where it is missing.</summary>
    public string? this[int row] => positions[row] == MissingPosition ? null : Names[positions[row]];

    /// <summary>Builds a column, and its dictionary in order of first occurrence, from names.</summary>
    public static NameColumn From(ColumnSchema schema, IEnumerable<string?> values)
    {
        var builder = new NameColumnBuilder(schema);
        foreach (var value in values)
        {
            builder.Add(value);
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => positions[row] == MissingPosition;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = positions[rows[i]];
        }

        return new NameColumn(Schema, Names, taken);
    }

    /// <inheritdoc/>
    public override Column As(ColumnSchema schema) => new NameColumn(schema, Names, positions);

    /// <inheritdoc/>
    public override Column Append(Column other)
    {
        var builder = new NameColumnBuilder(Schema);
        foreach (var part in new[] { this, (NameColumn)other })
        {
            for (var row = 0; row < part.Rows; row++)
            {
                builder.Add(part[row]);
            }
        }

        return builder.Build();
    }
}
