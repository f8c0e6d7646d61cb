using System.Text;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Formats.Csv;

/// <summary>
/// Writes tables as CSV (RFC 4180, UTF-8, comma, LF): cells are quoted only where they hold a comma, a quote or a line break; missing
/// values are empty. An empty name is written as an empty cell too, and so comes back missing.
/// </summary>
internal static class CsvWriter
{
    private const int Often = 4096;
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a table.</summary>
    public static void Write(Stream stream, Table table, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, Encoding, 1 << 16, leaveOpen: true);
        writer.Write(string.Join(',', table.Columns.Select(column => Quote(column.Name).ToString())));
        writer.Write('\n');
        var cells = table.Columns.Select(CellWriter.Of).ToArray();
        for (var row = 0; row < table.Rows; row++)
        {
            if (row % Often == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (var column = 0; column < cells.Length; column++)
            {
                if (column > 0)
                {
                    writer.Write(',');
                }

                cells[column].Write(writer, row, isAlone: cells.Length == 1);
            }

            writer.Write('\n');
        }
    }

    private static ReadOnlySpan<char> Quote(ReadOnlySpan<char> text) =>
        text.IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes the cells of one column.</summary>
    private abstract class CellWriter
    {
        public static CellWriter Of(Column column) => column is NameColumn names ? new Names(names) : new Numbers((NumberColumn)column);

        /// <summary>Writes a cell; where it is empty and alone in its row it is quoted, since blank lines are no rows.</summary>
        public void Write(StreamWriter writer, int row, bool isAlone)
        {
            Span<char> scratch = stackalloc char[32];
            var text = Text(row, scratch);
            writer.Write(text.IsEmpty && isAlone ? "\"\"" : text);
        }

        protected abstract ReadOnlySpan<char> Text(int row, Span<char> scratch);

        private sealed class Names(NameColumn column) : CellWriter
        {
            private readonly string[] quoted = [.. column.Names.Select(name => Quote(name).ToString())];

            protected override ReadOnlySpan<char> Text(int row, Span<char> scratch) =>
                column.Positions[row] == NameColumn.MissingPosition ? [] : quoted[column.Positions[row]];
        }

        private sealed class Numbers(NumberColumn column) : CellWriter
        {
            private readonly ValueText texts = new(column.Schema);

            protected override ReadOnlySpan<char> Text(int row, Span<char> scratch) =>
                Number.IsMissing(column.Values[row]) ? [] : Quote(texts.Format(column.Values[row], scratch));
        }
    }
}
