using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>The cells of a table.</summary>
/// <param name="table">The table.</param>
internal sealed class TableCells(Table table) : ICells
{
    /// <inheritdoc/>
    public double Number(int row, int position) => ((NumberColumn)table.Columns[position]).Values[row];

    /// <inheritdoc/>
    public string? Name(int row, int position) => ((NameColumn)table.Columns[position])[row];
}
