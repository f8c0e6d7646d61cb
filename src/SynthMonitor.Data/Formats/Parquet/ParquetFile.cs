using Parquet;
using Parquet.Schema;
using SynthMonitor.Data.Inference;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Formats.Parquet;

/// <summary>
/// Tables as Parquet (<c>.parquet</c>). The file's types give the kinds; texts and whole numbers are looked at further, as in other
/// files. What a person says of a column goes before that. In errors a line is a row.
/// </summary>
internal static class ParquetFile
{
    private const int GroupRows = 1 << 18;

    /// <summary>Reads a table.</summary>
    public static Table Read(string path, TableReadOptions options)
    {
        using var stream = InputFile.Open(path);
        try
        {
            return ReadAsync(stream, path, options).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not (InputException or OperationCanceledException or OutOfMemoryException))
        {
            // Damaged bytes surface as exceptions of many types.
            throw new InputException(
                path, null, null, $"not a Parquet file, or a damaged one ({exception.Message})", "a Parquet file", exception);
        }
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Stream stream, Table table, CancellationToken cancellationToken) =>
        WriteAsync(stream, table, cancellationToken).GetAwaiter().GetResult();

    private static async Task<Table> ReadAsync(Stream stream, string path, TableReadOptions options)
    {
        await using var reader = await ParquetReader.CreateAsync(
            stream, leaveStreamOpen: true, cancellationToken: options.CancellationToken);
        if (reader.Schema.Fields.FirstOrDefault(field => field is not DataField { IsArray: false, MaxRepetitionLevel: 0 }) is { } nested)
        {
            throw new InputException(path, null, nested.Name, "nested values", "a single value in each row");
        }

        var fields = reader.Schema.DataFields;
        options.Overrides.Check(path, [.. fields.Select(field => field.Name)]);
        var columns = new List<Column>();
        foreach (var field in fields)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            var column = await ParquetColumnReader.ReadAsync(reader, field, path, options.CancellationToken);
            columns.Add(ColumnCast.To(column, Conclude(column, options), path, options));
        }

        options.Progress?.Report(columns.Count == 0 ? 0 : columns[0].Rows);
        return new Table([.. columns]);
    }

    private static ColumnSchema Conclude(Column column, TableReadOptions options)
    {
        var known = options.Overrides.Find(column.Name);
        if (column.Schema.Kind is ColumnKind.Numeric or ColumnKind.Boolean or ColumnKind.Datetime)
        {
            return new ColumnSchema(column.Name, known?.Kind ?? column.Schema.Kind, known?.Role ?? ColumnRole.Feature, known?.Format);
        }

        var evidence = new ColumnEvidence(options.Missing);
        Span<char> scratch = stackalloc char[32];
        var texts = new ColumnTexts(column);
        for (var row = 0; row < column.Rows && known?.Kind is null; row++)
        {
            // Texts are strings; whole numbers, also those that only text can hold, are numbers.
            if (column.Schema.Kind == ColumnKind.Categorical)
            {
                evidence.ObserveString(texts.At(row, scratch));
            }
            else
            {
                evidence.Observe(texts.At(row, scratch));
            }
        }

        return evidence.Conclude(column.Name, known);
    }

    private static async Task WriteAsync(Stream stream, Table table, CancellationToken cancellationToken)
    {
        var fields = table.Columns.Select(ParquetColumnWriter.Field).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellationToken);
        for (var start = 0; start == 0 || start < table.Rows; start += GroupRows)
        {
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await ParquetColumnWriter.WriteAsync(
                    group, fields[column], table.Columns[column], start, Math.Min(GroupRows, table.Rows - start));
            }
        }
    }
}
