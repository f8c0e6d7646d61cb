using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Codes;

/// <summary>The binary layout of a <see cref="CodeTable"/>: rows, the count of columns, and of each a byte a row.</summary>
public static class CodeTableFormat
{
    /// <summary>Writes codes.</summary>
    public static void Write(PayloadWriter writer, CodeTable table)
    {
        writer.WriteCount(table.Rows);
        writer.WriteCount(table.Columns);
        for (var column = 0; column < table.Columns; column++)
        {
            writer.WriteBytes(table[column]);
        }
    }

    /// <summary>Reads codes.</summary>
    /// <exception cref="InputException">The bytes hold no valid table.</exception>
    public static CodeTable Read(PayloadReader reader)
    {
        var rows = reader.ReadCount();
        var columns = new byte[reader.ReadCountOf(1)][];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = reader.ReadBytes().ToArray();
            if (columns[column].Length != rows)
            {
                throw reader.Fault($"{columns[column].Length} codes", $"{rows}");
            }
        }

        return new CodeTable(columns, rows);
    }
}
