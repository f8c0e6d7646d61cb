using System.Globalization;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Texts;

/// <summary>How the values of one column of numbers are read from text and written as text.</summary>
/// <remarks>
/// Integers are whole numbers of at most 2^53 in magnitude (<c>12.0</c> is one); booleans are the two texts of the column's format, case
/// ignored, or without a format <c>false</c>, <c>true</c>, <c>0</c> and <c>1</c>; datetimes are UTC in the column's format, or ISO 8601.
/// </remarks>
public sealed class ValueText
{
    private readonly ColumnKind kind;
    private readonly string? format;
    private readonly string falseText = "false";
    private readonly string trueText = "true";

    /// <summary>Creates the texts of a column.</summary>
    /// <param name="schema">A column of numbers.</param>
    /// <exception cref="ArgumentException">The column is nominal, or its format is not one (see <see cref="FormatFault"/>).</exception>
    public ValueText(ColumnSchema schema)
    {
        if (schema.IsNominal)
        {
            throw new ArgumentException($"column '{schema.Name}' holds names", nameof(schema));
        }

        if (FormatFault(schema.Kind, schema.Format) is { } fault)
        {
            throw new ArgumentException($"format of column '{schema.Name}': {fault}", nameof(schema));
        }

        kind = schema.Kind;
        format = schema.Format;
        if (kind == ColumnKind.Boolean && format is not null)
        {
            (falseText, trueText) = (format[..format.IndexOf('|')], format[(format.IndexOf('|') + 1)..]);
        }
    }

    /// <summary>What a text that can be read is, in words.</summary>
    public string Expected => kind switch
    {
        ColumnKind.Integer => "a whole number of at most 2^53 in magnitude",
        ColumnKind.Boolean => $"'{falseText}' or '{trueText}'",
        ColumnKind.Datetime => format is null ? "an instant in ISO 8601 such as 2024-01-31T12:00:00Z" : $"an instant written as {format}",
        _ => "a number",
    };

    /// <summary>Says what is wrong with a column's format, or null.</summary>
    public static string? FormatFault(ColumnKind kind, string? format)
    {
        switch (kind)
        {
            case var _ when format is null:
                return null;
            case ColumnKind.Boolean:
                var texts = format.Split('|');
                return texts is [{ Length: > 0 }, { Length: > 0 }] && !texts[0].Equals(texts[1], StringComparison.OrdinalIgnoreCase)
                    ? null : $"found '{format}', expected the texts of false and true with | between them, such as no|yes";
            case ColumnKind.Datetime:
                try
                {
                    var sample = new DateTime(2001, 2, 3, 4, 5, 6).ToString(format, CultureInfo.InvariantCulture);
                    return DateTime.TryParseExact(sample, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                        ? null : $"found '{format}', which cannot be read back, expected one such as yyyy-MM-dd HH:mm:ss";
                }
                catch (FormatException)
                {
                    return $"found '{format}', expected a .NET format of dates such as yyyy-MM-dd HH:mm:ss";
                }

            default:
                return $"found '{format}', expected none for kind {kind}";
        }
    }

    /// <summary>Reads a value.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out double value) => kind switch
    {
        ColumnKind.Integer => TryParseInteger(text, out value),
        ColumnKind.Boolean => TryParseBoolean(text.Trim(), out value),
        ColumnKind.Datetime => TryParseInstant(text.Trim(), out value),
        _ => NumberText.TryParse(text, out value),
    };

    /// <summary>Writes a value so that it is read back as the same double (datetimes: as far as the format tells).</summary>
    /// <param name="value">A value that is not missing.</param>
    /// <param name="scratch">At least 32 characters to write to.</param>
    /// <returns>The text, in <paramref name="scratch"/> or elsewhere.</returns>
    public ReadOnlySpan<char> Format(double value, Span<char> scratch)
    {
        int written;
        switch (kind)
        {
            case ColumnKind.Integer when NumberText.IsExactWhole(value):
                ((long)value).TryFormat(scratch, out written, provider: CultureInfo.InvariantCulture);
                break;
            case ColumnKind.Boolean:
                return value == 0 ? falseText : trueText;
            case ColumnKind.Datetime when format is null:
                written = IsoInstant.Format(value, scratch);
                break;
            case ColumnKind.Datetime:
                return IsoInstant.ToDateTime(value).ToString(format, CultureInfo.InvariantCulture);
            default:
                value.TryFormat(scratch, out written, provider: CultureInfo.InvariantCulture);
                break;
        }

        return scratch[..written];
    }

    private static bool TryParseInteger(ReadOnlySpan<char> text, out double value)
    {
        if (NumberText.IsWhole(text, out var whole))
        {
            value = whole;
            return whole is >= -NumberText.MaximumWhole and <= NumberText.MaximumWhole;
        }

        return NumberText.TryParse(text, out value) && NumberText.IsExactWhole(value);
    }

    private bool TryParseBoolean(ReadOnlySpan<char> text, out double value)
    {
        var isTrue = text.Equals(trueText, StringComparison.OrdinalIgnoreCase) || (format is null && text is "1");
        value = isTrue ? 1 : 0;
        return isTrue || text.Equals(falseText, StringComparison.OrdinalIgnoreCase) || (format is null && text is "0");
    }

    private bool TryParseInstant(ReadOnlySpan<char> text, out double value)
    {
        if (format is null)
        {
            return IsoInstant.TryParse(text, out value);
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var isInstant = DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, Utc, out var time);
        value = IsoInstant.FromDateTime(time);
        return isInstant;
    }
}
