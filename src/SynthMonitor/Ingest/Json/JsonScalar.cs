using System.Buffers;
using System.Text.Unicode;

namespace SynthMonitor.Ingest.Json;

/// <summary>The extent of a scalar in JSON text (RFC 8259): a number, a text without escapes, true, false or null.</summary>
internal static class JsonScalar
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <summary>The length of the scalar that a text begins with; 0 where there is none, or a text with escapes.</summary>
    public static int Length(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'"', ..] => Text(text),
        [(byte)'t', ..] => text.StartsWith("true"u8) ? 4 : 0,
        [(byte)'f', ..] => text.StartsWith("false"u8) ? 5 : 0,
        [(byte)'n', ..] => text.StartsWith("null"u8) ? 4 : 0,
        _ => Number(text),
    };

    private static int Text(ReadOnlySpan<byte> text)
    {
        var end = text[1..].IndexOfAny(Ends);
        return end >= 0 && text[end + 1] == '"' && Utf8.IsValid(text.Slice(1, end)) ? end + 2 : 0;
    }

    private static int Number(ReadOnlySpan<byte> text)
    {
        var start = text is [(byte)'-', ..] ? 1 : 0;
        var end = Digits(text, start);
        if (end == start || (end > start + 1 && text[start] == '0'))
        {
            return 0;
        }

        if (At(text, end) == '.')
        {
            var fraction = end + 1;
            end = Digits(text, fraction);
            if (end == fraction)
            {
                return 0;
            }
        }

        if ((At(text, end) | 0x20) != 'e')
        {
            return end;
        }

        var exponent = end + (At(text, end + 1) is '+' or '-' ? 2 : 1);
        end = Digits(text, exponent);
        return end == exponent ? 0 : end;
    }

    private static int Digits(ReadOnlySpan<byte> text, int start)
    {
        var end = text[start..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : start + end;
    }

    private static int At(ReadOnlySpan<byte> text, int position) => position < text.Length ? text[position] : -1;
}
