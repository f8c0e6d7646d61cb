using System.Globalization;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Numbers, booleans and instants as people write them in a condition.</summary>
internal static class NumberText
{
    /// <summary>Reads a value of a column of numbers.</summary>
    /// <exception cref="FormatException">It is not of the column's kind.</exception>
    public static double Parse(string text, ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Boolean => ParseBoolean(text, column),
        ColumnKind.Datetime => ParseInstant(text, column),
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"'{text}'; expected a number, or low..high"),
    };

    /// <summary>Writes a value of a column of numbers.</summary>
    public static string Format(double value, ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Boolean => BooleanTexts(column)[value == 0 ? 0 : 1],
        ColumnKind.Datetime => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Clamp(value, MinimumInstant, MaximumInstant))
            .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static double MinimumInstant => DateTimeOffset.MinValue.ToUnixTimeMilliseconds();

    private static double MaximumInstant => DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static double ParseBoolean(string text, ColumnSchema column)
    {
        var index = Array.FindIndex(BooleanTexts(column), candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index
            : text is "0" or "1" ? text[0] - '0'
            : throw new FormatException($"'{text}'; expected {string.Join(" or ", BooleanTexts(column))}");
    }

    private static double ParseInstant(string text, ColumnSchema column)
    {
        const DateTimeStyles Style = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return column.Format is { } format && DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, Style, out var formatted)
            ? formatted.ToUnixTimeMilliseconds()
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var instant)
                ? instant.ToUnixTimeMilliseconds()
                : throw new FormatException($"'{text}'; expected a date or time such as 2024-01-31 or \"2024-01-31T12:00:00Z\"");
    }

    private static string[] BooleanTexts(ColumnSchema column) => (column.Format ?? "false|true").Split('|');
}
