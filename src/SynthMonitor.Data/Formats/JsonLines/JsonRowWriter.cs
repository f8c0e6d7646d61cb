using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Formats.JsonLines;

/// <summary>
/// Writes rows as UTF-8 JSON objects with one property a column: <c>null</c> where missing, booleans as such, datetimes in ISO 8601, and
/// what JSON has no number for as <c>"NaN"</c>, <c>"Infinity"</c> or <c>"-Infinity"</c>.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
public sealed class JsonRowWriter : IDisposable
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonEncodedText[] names;
    private readonly Utf8JsonWriter writer = new(Stream.Null, Options);

    /// <summary>Creates a writer of the rows of tables with one schema.</summary>
    public JsonRowWriter(Schema schema) =>
        names = [.. schema.Columns.Select(column => JsonEncodedText.Encode(column.Name, Options.Encoder))];

    /// <summary>Writes one row.</summary>
    /// <param name="table">A table of the schema.</param>
    /// <param name="row">The row.</param>
    /// <param name="output">Receives the object, without a line break.</param>
    public void Write(Table table, int row, IBufferWriter<byte> output)
    {
        writer.Reset(output);
        writer.WriteStartObject();
        for (var column = 0; column < names.Length; column++)
        {
            writer.WritePropertyName(names[column]);
            WriteValue(table.Columns[column], row);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void WriteValue(Column column, int row)
    {
        switch (column)
        {
            case var _ when column.IsMissing(row):
                writer.WriteNullValue();
                break;
            case NameColumn names:
                writer.WriteStringValue(names[row]);
                break;
            default:
                WriteNumber(column.Schema.Kind, ((NumberColumn)column).Values[row]);
                break;
        }
    }

    private void WriteNumber(ColumnKind kind, double value)
    {
        switch (kind)
        {
            case ColumnKind.Boolean:
                writer.WriteBooleanValue(value != 0);
                break;
            case ColumnKind.Integer when NumberText.IsExactWhole(value):
                writer.WriteNumberValue((long)value);
                break;
            case ColumnKind.Datetime:
                Span<char> scratch = stackalloc char[24];
                writer.WriteStringValue(scratch[..IsoInstant.Format(value, scratch)]);
                break;
            default:
                if (double.IsFinite(value))
                {
                    writer.WriteNumberValue(value);
                }
                else
                {
                    writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
                }

                break;
        }
    }
}
