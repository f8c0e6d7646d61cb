using System.Globalization;
using System.Text.Json;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Instants in JSON: ISO 8601 text, or a number of milliseconds since 1970-01-01T00:00:00Z (of seconds, where it is below 10^11).
/// </summary>
internal static class JsonTime
{
    private const double SecondsBelow = 1e11;
    private const double Latest = 253_402_300_799_999;

    /// <summary>The milliseconds of a value, or null where it is no instant.</summary>
    public static long? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number))
        {
            var milliseconds = Math.Abs(number) < SecondsBelow ? number * 1000 : number;
            return Math.Abs(milliseconds) <= Latest ? (long)Math.Floor(milliseconds) : null;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            return null;
        }

        return reader.TryGetDateTimeOffset(out var instant)
            || DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant)
            ? instant.ToUnixTimeMilliseconds()
            : null;
    }
}
