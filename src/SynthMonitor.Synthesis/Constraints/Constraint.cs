using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>A declared constraint, as <see cref="ConstraintSet.Parse"/> reads it; immutable.</summary>
/// <param name="Text">The text that it was read from.</param>
public abstract record Constraint(string Text)
{
    /// <summary>How many rows of a table break it.</summary>
    internal abstract int Violations(Table table);

    /// <summary>The positions of its columns in the schema.</summary>
    internal abstract ImmutableArray<int> Positions { get; }

    /// <summary>Whether its columns must be modelled rather than made up from a pattern.</summary>
    internal virtual bool NeedsModel => true;
}

/// <summary>A constraint that needs nothing but its text to be checked in a row.</summary>
internal sealed record RowConstraint(string Text, RowRule Rule) : Constraint(Text)
{
    /// <inheritdoc/>
    internal override ImmutableArray<int> Positions => Rule.Positions;

    /// <inheritdoc/>
    internal override int Violations(Table table) => Rule.Violations(table);
}

/// <summary>Only combinations of values that the training rows have.</summary>
internal sealed record CombinationConstraint(string Text, ImmutableArray<int> Columns) : Constraint(Text)
{
    /// <inheritdoc/>
    internal override ImmutableArray<int> Positions => Columns;

    /// <inheritdoc/>
    internal override int Violations(Table table) => 0;
}

/// <summary>No two rows have the same values in some columns.</summary>
internal sealed record UniqueConstraint(string Text, ImmutableArray<int> Columns) : Constraint(Text)
{
    /// <inheritdoc/>
    internal override ImmutableArray<int> Positions => Columns;

    /// <inheritdoc/>
    internal override int Violations(Table table)
    {
        var (cells, seen) = (new TableCells(table), new HashSet<string>(StringComparer.Ordinal));
        return Enumerable.Range(0, table.Rows).Count(row => !seen.Add(Key(cells, table.Schema, row)));
    }

    /// <summary>A text that two rows share exactly if they have the same values.</summary>
    internal string Key(ICells cells, Schema schema, int row) => string.Concat(Columns.Select(position => schema[position].IsNominal
        ? cells.Name(row, position) is { } name ? $"{name.Length}:{name};" : "-;"
        : $"{BitConverter.DoubleToInt64Bits(cells.Number(row, position)):x};"));
}

/// <summary>The texts of a column match a regular expression as a whole.</summary>
internal sealed record PatternConstraint(string Text, int Column, System.Text.RegularExpressions.Regex Pattern) : Constraint(Text)
{
    /// <inheritdoc/>
    internal override ImmutableArray<int> Positions => [Column];

    /// <inheritdoc/>
    internal override bool NeedsModel => false;

    /// <inheritdoc/>
    internal override int Violations(Table table)
    {
        var column = (NameColumn)table.Columns[Column];
        return Enumerable.Range(0, table.Rows).Count(row => column[row] is { } text && !Pattern.IsMatch(text));
    }
}
