using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SynthMonitor.Ingest.Json;

/// <summary>Names in JSON: text as it is; numbers and booleans as their JSON text.</summary>
internal static class JsonText
{
    /// <summary>Copies a value's text.</summary>
    /// <returns>The number of characters, -1 where the value is null, -2 where it is an object or an array.</returns>
    public static int Copy(ref Utf8JsonReader reader, ref char[] buffer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                Reserve(ref buffer, Length(reader));
                return reader.CopyString(buffer);
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                Reserve(ref buffer, Length(reader));
                return Encoding.UTF8.GetChars(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, buffer);
            case JsonTokenType.Null:
                return -1;
            default:
                reader.Skip();
                return -2;
        }
    }

    private static int Length(in Utf8JsonReader reader) =>
        reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length;

    private static void Reserve(ref char[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new char[Math.Max(length, buffer.Length * 2)];
        }
    }
}
