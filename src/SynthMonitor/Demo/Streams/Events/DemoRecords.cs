using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Events;

/// <summary>
/// Writes rows and labels as flat JSON objects in UTF-8. Event times are ISO 8601 in UTC, booleans true and false, datetimes ISO 8601,
/// names strings; a missing value is null, and so is one that is not a finite number, which JSON cannot say. Not thread-safe.
/// </summary>
public sealed class DemoRecords : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);
    private readonly Utf8JsonWriter writer;
    private readonly ImmutableArray<(int Column, ColumnKind Kind, JsonEncodedText Name)> features;
    private readonly JsonEncodedText id;
    private readonly JsonEncodedText time;
    private readonly JsonEncodedText score;
    private readonly JsonEncodedText version;
    private readonly JsonEncodedText label;

    /// <summary>Prepares for the rows of a schema.</summary>
    /// <param name="schema">The columns; the features and segments that can be coded are written.</param>
    public DemoRecords(Schema schema)
    {
        writer = new Utf8JsonWriter(buffer);
        Fields = RecordFields.For(schema);
        (id, time, score, version, label) =
            (Encode(Fields.Id), Encode(Fields.Time), Encode(Fields.Score), Encode(Fields.Version), Encode(Fields.Label));
        features = [.. schema.Columns.Select((column, index) => (column, index))
            .Where(entry => entry.column is { IsCoded: true, Role: ColumnRole.Feature or ColumnRole.Segment })
            .Select(entry => (entry.index, entry.column.Kind, Encode(entry.column.Name)))];
    }

    /// <summary>The names of the fields beside the features.</summary>
    public RecordFields Fields { get; }

    /// <summary>The key of a row, such as <c>loan-000001</c> for row 0.</summary>
    public static string Key(string prefix, long row) => $"{prefix}-{row + 1:D6}";

    /// <summary>A feature record: id, time, features, score, version.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="eventTime">The row's event time in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="rows">A table of the schema.</param>
    /// <param name="row">The position of the row in <paramref name="rows"/>.</param>
    /// <param name="probability">What the model gave: the probability of the positive class.</param>
    /// <param name="modelVersion">The version of the model.</param>
    /// <returns>The bytes; they are valid until the next call.</returns>
    public ReadOnlyMemory<byte> Features(string key, long eventTime, Table rows, int row, double probability, string modelVersion)
    {
        Begin(key, eventTime);
        foreach (var (column, kind, name) in features)
        {
            writer.WritePropertyName(name);
            WriteValue(rows.Columns[column], kind, row);
        }

        writer.WriteNumber(score, probability);
        writer.WriteString(version, modelVersion);
        return End();
    }

    /// <summary>A label record: id, time, label.</summary>
    /// <param name="key">The key of the row that the label belongs to.</param>
    /// <param name="eventTime">When the label arrived, in milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="value">The class.</param>
    /// <returns>The bytes; they are valid until the next call.</returns>
    public ReadOnlyMemory<byte> Label(string key, long eventTime, string value)
    {
        Begin(key, eventTime);
        writer.WriteString(label, value);
        return End();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private static JsonEncodedText Encode(string name) => JsonEncodedText.Encode(name);

    private static DateTime ToTime(double milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).UtcDateTime;

    private void Begin(string key, long eventTime)
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteString(id, key);
        writer.WriteString(time, ToTime(eventTime));
    }

    private ReadOnlyMemory<byte> End()
    {
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private void WriteValue(Column column, ColumnKind kind, int row)
    {
        if (column is NameColumn names)
        {
            writer.WriteStringValue(names[row]);
            return;
        }

        var value = ((NumberColumn)column).Values[row];
        switch (kind)
        {
            case var _ when !double.IsFinite(value):
                writer.WriteNullValue();
                break;
            case ColumnKind.Boolean:
                writer.WriteBooleanValue(value != 0);
                break;
            case ColumnKind.Datetime:
                writer.WriteStringValue(ToTime(value));
                break;
            default:
                writer.WriteNumberValue(value);
                break;
        }
    }
}
