using System.Buffers;
using SynthMonitor.Data.Inference;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Formats.JsonLines;

/// <summary>
/// Tables as JSON lines (<c>.jsonl</c>, <c>.jsonl.gz</c>): one object a line. The columns are the paths that occur in any line, in order
/// of their first occurrence; a path that a line lacks, and <c>null</c>, are missing. A file is read twice, to find the columns and to
/// fill them.
/// </summary>
internal static class JsonLinesFile
{
    private const int Often = 4096;

    /// <summary>Reads a table.</summary>
    public static Table Read(string path, TableReadOptions options)
    {
        var schema = ReadSchema(path, options);
        var columns = schema.Columns.Select(column => new ColumnBuilder(column, options.Missing)).ToArray();
        var rows = 0;
        Visit(path, options, (line, name, text, _) =>
        {
            // A new line first fills what the lines before it left out.
            var column = columns[schema.IndexOf(name)];
            Fill(column, rows - 1);
            if (!column.Add(text))
            {
                throw new InputException(path, line, name, $"'{text}'", column.Expected);
            }
        }, () => rows++);
        foreach (var column in columns)
        {
            Fill(column, rows);
        }

        return new Table([.. columns.Select(column => column.Build())]);
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Stream stream, Table table, CancellationToken cancellationToken)
    {
        using var writer = new JsonRowWriter(table.Schema);
        var output = new ArrayBufferWriter<byte>(1 << 16);
        for (var row = 0; row < table.Rows; row++)
        {
            writer.Write(table, row, output);
            output.Write("\n"u8);
            if (row % Often == 0 || output.WrittenCount > 1 << 15)
            {
                cancellationToken.ThrowIfCancellationRequested();
                stream.Write(output.WrittenSpan);
                output.ResetWrittenCount();
            }
        }

        stream.Write(output.WrittenSpan);
    }

    private static Schema ReadSchema(string path, TableReadOptions options)
    {
        var inference = new SchemaInference(options.Missing);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        Visit(path, options, (_, name, text, isString) =>
        {
            if (!columns.TryGetValue(name, out var column))
            {
                column = inference.Add(name);
                columns.Add(name, column);
            }

            if (isString)
            {
                inference[column].ObserveString(text);
            }
            else
            {
                inference[column].Observe(text);
            }
        }, () => rows++);
        if (rows == 0)
        {
            throw new InputException(path, 1, null, "no text", "a JSON object on each line");
        }

        options.Overrides.Check(path, inference.Names);
        return inference.Conclude(options.Overrides);
    }

    private static void Visit(string path, TableReadOptions options, JsonLineReader.Visitor visit, Action begin)
    {
        using var reader = new JsonLineReader(TextFile.Open(path), path);
        for (var row = 1L; reader.Read(visit, begin); row++)
        {
            options.Advance(row);
        }
    }

    private static void Fill(ColumnBuilder column, int rows)
    {
        while (column.Rows < rows)
        {
            column.AddMissing();
        }
    }
}
