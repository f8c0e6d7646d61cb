using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>Turns a column that was read with the types of its file into one of another kind, by way of its texts.</summary>
internal static class ColumnCast
{
    /// <summary>The column under a schema.</summary>
    /// <exception cref="InputException">A value does not fit the schema's kind.</exception>
    public static Column To(Column column, ColumnSchema schema, string file, TableReadOptions options)
    {
        var isSame = column.Schema.Kind == schema.Kind || (column.Schema.IsNominal && schema.IsNominal);
        if (isSame && (options.MissingMarkers is null || !schema.IsNominal))
        {
            return column.As(schema);
        }

        var texts = new ColumnTexts(column);
        var builder = new ColumnBuilder(schema, options.Missing);
        Span<char> scratch = stackalloc char[32];
        for (var row = 0; row < column.Rows; row++)
        {
            var text = texts.At(row, scratch);
            if (!builder.Add(text))
            {
                throw new InputException(file, row + 1, schema.Name, $"'{text}'", builder.Expected);
            }
        }

        return builder.Build();
    }
}
