using System.Collections.Immutable;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>What must hold between the values of one row; immutable.</summary>
/// <param name="positions">The positions of the columns in the schema.</param>
/// <param name="text">The rule in words.</param>
internal abstract class RowRule(ImmutableArray<int> positions, string text)
{
    /// <summary>The positions of the columns in the schema.</summary>
    public ImmutableArray<int> Positions => positions;

    /// <summary>The rule in words.</summary>
    public string Text => text;

    /// <summary>Whether a row obeys.</summary>
    public abstract bool Holds(ICells cells, int row);

    /// <summary>What one column may hold, given what a row holds in the others; null where that is anything.</summary>
    /// <param name="cells">The values.</param>
    /// <param name="row">The row.</param>
    /// <param name="position">The column, one of <see cref="Positions"/>.</param>
    public abstract ValueSet? Allowed(ICells cells, int row, int position);

    /// <summary>How many rows of a table do not obey.</summary>
    public int Violations(Table table)
    {
        var cells = new TableCells(table);
        return Enumerable.Range(0, table.Rows).Count(row => !Holds(cells, row));
    }
}
