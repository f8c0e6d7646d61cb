using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tables;

/// <summary>The values of a column as text.</summary>
/// <param name="column">The column.</param>
internal sealed class ColumnTexts(Column column)
{
    private readonly NameColumn? names = column as NameColumn;
    private readonly ValueText? values = column is NumberColumn ? new ValueText(column.Schema) : null;

    /// <summary>The text at a row; empty where the value is missing.</summary>
    /// <param name="row">The row.</param>
    /// <param name="scratch">At least 32 characters to write to.</param>
    public ReadOnlySpan<char> At(int row, Span<char> scratch) =>
        column.IsMissing(row) ? [] : names is not null ? names[row] : values!.Format(((NumberColumn)column).Values[row], scratch);
}
