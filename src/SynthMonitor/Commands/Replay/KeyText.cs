using System.Text;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Commands.Replay;

/// <summary>The values of a column as record keys: UTF-8 text, as the column's file would write them.</summary>
/// <param name="column">The column.</param>
internal sealed class KeyText(Column column)
{
    private const int LongestNumber = 32;

    private readonly ValueText? numbers = column is NumberColumn ? new ValueText(column.Schema) : null;

    /// <summary>The key of a row; empty where the value is missing.</summary>
    public byte[] Of(int row)
    {
        if (column.IsMissing(row))
        {
            return [];
        }

        Span<char> scratch = stackalloc char[LongestNumber];
        var text = column is NameColumn names ? names[row] : numbers!.Format(((NumberColumn)column).Values[row], scratch);
        var key = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, key);
        return key;
    }
}
