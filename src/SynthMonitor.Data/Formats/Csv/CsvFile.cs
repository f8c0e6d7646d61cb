using SynthMonitor.Data.Inference;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Formats.Csv;

/// <summary>
/// Tables as CSV with one header line (<c>.csv</c>, <c>.csv.gz</c>). A file is read twice, to infer the schema and to fill the columns,
/// so that memory holds the table alone; once, if the kind of every column is known.
/// </summary>
internal static class CsvFile
{
    /// <summary>Reads a table.</summary>
    public static Table Read(string path, TableReadOptions options)
    {
        var separator = options.Separator ?? CsvSeparator.Detect(path);
        var schema = ReadSchema(path, separator, options);
        var columns = schema.Columns.Select(column => new ColumnBuilder(column, options.Missing)).ToArray();
        using var reader = new CsvReader(TextFile.Open(path), path, separator);
        reader.Read();
        for (var row = 1L; ReadRow(reader, path, columns.Length); row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                if (!columns[column].Add(reader[column]))
                {
                    throw new InputException(path, reader.Line, schema[column].Name, $"'{reader[column]}'", columns[column].Expected);
                }
            }

            options.Advance(row);
        }

        return new Table([.. columns.Select(column => column.Build())]);
    }

    private static Schema ReadSchema(string path, char separator, TableReadOptions options)
    {
        using var reader = new CsvReader(TextFile.Open(path), path, separator);
        var inference = new SchemaInference(options.Missing);
        foreach (var name in ReadHeader(reader, path, separator, options))
        {
            inference.Add(name);
        }

        options.Overrides.Check(path, inference.Names);
        var unknown = Enumerable.Range(0, inference.Names.Count)
            .Where(column => options.Overrides.Find(inference.Names[column])?.Kind is null)
            .ToArray();
        for (var row = 1L; unknown.Length > 0 && ReadRow(reader, path, inference.Names.Count); row++)
        {
            foreach (var column in unknown)
            {
                inference[column].Observe(reader[column]);
            }

            options.Advance(row);
        }

        return inference.Conclude(options.Overrides);
    }

    private static List<string> ReadHeader(CsvReader reader, string path, char separator, TableReadOptions options)
    {
        if (!reader.Read())
        {
            throw new InputException(path, 1, null, "no text", "a header line with the names of the columns");
        }

        if (reader.Count == 1 && options.Separator is not null
            && CsvSeparator.Detect(path) is var other && other != separator && reader[0].Contains(other))
        {
            throw new InputException(path, reader.Line, null, $"one column, separated by '{separator}'", $"the separator '{other}'");
        }

        var names = new List<string>();
        for (var cell = 0; cell < reader.Count; cell++)
        {
            var name = reader[cell].IsEmpty ? $"column{cell + 1}" : reader[cell].ToString();
            if (names.IndexOf(name) is var first and >= 0)
            {
                throw new InputException(
                    path, reader.Line, $"{cell + 1}", $"the name '{name}' of column {first + 1} again", "a name of its own");
            }

            names.Add(name);
        }

        return names;
    }

    private static bool ReadRow(CsvReader reader, string path, int columns)
    {
        if (!reader.Read())
        {
            return false;
        }

        return reader.Count == columns
            ? true
            : throw new InputException(
                path, reader.Line, $"{Math.Min(reader.Count, columns) + 1}", $"{reader.Count} cells", $"{columns} as in the header");
    }
}
