using System.Text.Json;
using System.Text.Unicode;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Walks a JSON object once and hands over the values of the fields that are looked for. Records of one <see cref="RecordShape"/> are read
/// without the parser, all others with it, to the same effect.
/// </summary>
/// <param name="fields">The tree of fields.</param>
/// <param name="maximumBytes">A longer record is not parsed.</param>
internal sealed class JsonWalker(JsonField fields, int maximumBytes)
{
    private const int MaximumDepth = 64;

    /// <summary>So many records of another shape than the known one are parsed before a new one is learnt.</summary>
    private const int Patience = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaximumDepth };
    private RecordShape? shape;
    private int strangers = Patience;

    /// <summary>Receives the values of a record.</summary>
    public interface ISink
    {
        /// <summary>A record begins: what was received before is void.</summary>
        void Begin();

        /// <summary>Takes the value of a slot: the reader stands on its first token and must be left on its last.</summary>
        void Value(int slot, ref Utf8JsonReader reader);

        /// <summary>Takes the value of a slot that is a number, as <see cref="Value"/> would; or does nothing and wants its text.</summary>
        bool Number(int slot, double value);
    }

    /// <summary>What the parser said of the record that was walked last; null where it could be read, or was not parsed.</summary>
    public string? Exception { get; private set; }

    /// <summary>Walks a record.</summary>
    /// <returns>Null, or the reason why it cannot be read.</returns>
    public string? Walk(ReadOnlySpan<byte> record, ISink sink)
    {
        Exception = null;
        sink.Begin();
        if (record.Length > maximumBytes)
        {
            return DeadLetterReason.Oversized;
        }

        if (shape is not null && shape.Walk(record, sink))
        {
            strangers = 0;
            return null;
        }

        sink.Begin();
        var reason = Parse(record, sink);
        if (reason is null && strangers++ >= Patience)
        {
            shape = RecordShape.Of(record, fields, Options);
            strangers = 0;
        }

        return reason;
    }

    private string? Parse(ReadOnlySpan<byte> record, ISink sink)
    {
        if (!Utf8.IsValid(record))
        {
            return DeadLetterReason.NotUtf8;
        }

        var reader = new Utf8JsonReader(record, Options);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return DeadLetterReason.NotAnObject;
            }

            WalkObject(ref reader, fields, sink);
            return reader.Read() ? DeadLetterReason.Malformed : null;
        }
        catch (JsonException exception)
        {
            Exception = exception.Message;
            // The depth does not count the bracket that the reader stands on.
            return reader.CurrentDepth >= MaximumDepth - 1 ? DeadLetterReason.TooDeep : DeadLetterReason.Malformed;
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, escaped: valid JSON by its grammar, but no text.
            Exception = exception.Message;
            return DeadLetterReason.Malformed;
        }
    }

    private static void WalkObject(ref Utf8JsonReader reader, JsonField node, ISink sink)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = node.Find(reader);
            reader.Read();
            if (field is null)
            {
                reader.Skip();
            }
            else if (field.Slots.Count > 0)
            {
                for (var index = 1; index < field.Slots.Count; index++)
                {
                    var again = reader;
                    sink.Value(field.Slots[index], ref again);
                }

                sink.Value(field.Slots[0], ref reader);
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                WalkObject(ref reader, field, sink);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
