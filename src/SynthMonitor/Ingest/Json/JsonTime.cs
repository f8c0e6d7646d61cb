using System.Text.Json;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Instants in JSON, the same on every machine: ISO 8601 text (UTC where it names no offset), or a number of milliseconds since
/// 1970-01-01T00:00:00Z (of seconds, where it is below 10^11). An instant lies in the years 1 to 9998, so that the block that holds it ends
/// at an instant too.
/// </summary>
internal static class JsonTime
{
    private const double SecondsBelow = 1e11;
    private const double LengthOfYear = 366.0 * 24 * 3_600_000;
    private const int LongestText = 64;

    /// <summary>The milliseconds of a value, or null where it is no instant. Leaves the reader on the value's first token.</summary>
    public static long? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return FromNumber(reader.GetDouble());
        }

        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > LongestText)
        {
            return null;
        }

        Span<char> text = stackalloc char[LongestText];
        return IsoInstant.TryParse(text[..reader.CopyString(text)], out var instant) ? Instant(instant) : null;
    }

    /// <summary>The milliseconds of a number of milliseconds or seconds.</summary>
    public static long? FromNumber(double number) => Instant(Math.Abs(number) < SecondsBelow ? number * 1000 : number);

    /// <summary>The same of milliseconds.</summary>
    public static long? Instant(double milliseconds) =>
        milliseconds is >= IsoInstant.First and <= IsoInstant.Last - LengthOfYear ? (long)Math.Floor(milliseconds) : null;
}
