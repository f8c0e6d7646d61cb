using System.Text;
using System.Text.Json;

namespace SynthMonitor.Data.Formats.JsonLines;

/// <summary>Reads JSON objects, one a line, and flattens nested ones into paths joined by dots. Blank lines are skipped.</summary>
/// <param name="stream">UTF-8 text; disposed with the reader.</param>
/// <param name="file">What errors call it.</param>
internal sealed class JsonLineReader(Stream stream, string file) : IDisposable
{
    private const int LongestLine = 1 << 26;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private byte[] buffer = new byte[1 << 16];
    private char[] text = new char[256];
    private int position;
    private int end;
    private long line;

    /// <summary>Receives a value: its path, and its text (of a number as written), which is empty for null.</summary>
    public delegate void Visitor(long line, string name, ReadOnlySpan<char> text, bool isString);

    /// <summary>Reads the next object.</summary>
    /// <param name="visit">Is called for each value.</param>
    /// <param name="begin">Is called before that.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InputException">A line is no JSON object, holds an array, names a path twice, is not UTF-8 or is too
    /// long.</exception>
    public bool Read(Visitor visit, Action begin)
    {
        while (TakeLine(out var bytes))
        {
            if (bytes.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            begin();
            try
            {
                ReadObject(bytes, visit);
            }
            catch (JsonException exception)
            {
                throw new InputException(
                    file, line, $"{exception.BytePositionInLine + 1}", "text that is not JSON", "a JSON object", exception);
            }
            catch (InvalidOperationException exception)
            {
                throw new InputException(file, line, null, "a string that is not UTF-8", "UTF-8 text", exception);
            }

            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void ReadObject(ReadOnlySpan<byte> bytes, Visitor visit)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InputException(file, line, null, $"a JSON {Describe(reader.TokenType)}", "a JSON object");
        }

        seen.Clear();
        names.Clear();
        var depth = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    names.RemoveRange(depth, names.Count - depth);
                    names.Add(reader.GetString()!);
                    break;
                case JsonTokenType.StartObject:
                    depth++;
                    break;
                case JsonTokenType.EndObject:
                    depth--;
                    break;
                case JsonTokenType.StartArray:
                    throw new InputException(file, line, string.Join('.', names), "an array", "a value or an object");
                default:
                    ReadValue(ref reader, visit);
                    break;
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, Visitor visit)
    {
        var name = names.Count == 1 ? names[0] : string.Join('.', names);
        if (!seen.Add(name))
        {
            throw new InputException(file, line, name, "the name again", "a name once in an object");
        }

        if (text.Length < reader.ValueSpan.Length)
        {
            text = new char[reader.ValueSpan.Length];
        }

        var length = reader.TokenType switch
        {
            JsonTokenType.Null => 0,
            JsonTokenType.String => reader.CopyString(text),
            _ => Encoding.UTF8.GetChars(reader.ValueSpan, text),
        };
        visit(line, name, text.AsSpan(0, length), reader.TokenType == JsonTokenType.String);
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "array",
        JsonTokenType.String => "string",
        JsonTokenType.Number => "number",
        _ => "literal",
    };

    /// <summary>Takes the next line, without its line break and byte order mark.</summary>
    private bool TakeLine(out ReadOnlySpan<byte> bytes)
    {
        var searched = 0;
        int found;
        while ((found = buffer.AsSpan(position + searched, end - position - searched).IndexOf((byte)'\n')) < 0)
        {
            searched = end - position;
            if (!Fill())
            {
                break;
            }
        }

        bytes = buffer.AsSpan(position, found < 0 ? end - position : searched + found);
        position += found < 0 ? bytes.Length : bytes.Length + 1;
        if (line++ == 0 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        return found >= 0 || !bytes.IsEmpty;
    }

    private bool Fill()
    {
        buffer.AsSpan(position, end - position).CopyTo(buffer);
        (position, end) = (0, end - position);
        if (end == buffer.Length)
        {
            if (end >= LongestLine)
            {
                throw new InputException(file, line + 1, null, $"a line of more than {LongestLine} bytes", "a JSON object on each line");
            }

            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var read = stream.Read(buffer.AsSpan(end));
        end += read;
        return read > 0;
    }
}
