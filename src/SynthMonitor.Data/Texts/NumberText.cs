using System.Globalization;

namespace SynthMonitor.Data.Texts;

/// <summary>Numbers as people and programs write them.</summary>
public static class NumberText
{
    /// <summary>The greatest magnitude up to which a double holds every whole number exactly, 2^53.</summary>
    public const long MaximumWhole = 1L << 53;

    /// <summary>
    /// Reads a number: decimal point, optional exponent, <c>NaN</c>, <c>Infinity</c> or <c>inf</c>; white space around it is ignored.
    /// What is beyond the range of a double (such as <c>1e400</c>) is infinite.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var trimmed = text.Trim();
        var isNegative = trimmed.StartsWith('-');
        var unsigned = trimmed is ['+' or '-', ..] ? trimmed[1..] : trimmed;
        value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a text is a whole number without leading zeros (which would make it an identifier such as a postal code).</summary>
    /// <param name="text">The text; white space around it is ignored.</param>
    /// <param name="value">Receives the number, or the greatest or least 64-bit one where it is beyond those.</param>
    public static bool IsWhole(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        text = text.Trim(' ');
        var isNegative = text.StartsWith('-');
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        if (digits.IsEmpty || (digits[0] == '0' && digits.Length > 1))
        {
            return false;
        }

        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = value > (long.MaxValue - 9) / 10 ? long.MaxValue : value * 10 + (digit - '0');
        }

        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Whether a number is whole and of a magnitude up to which doubles hold all whole numbers.</summary>
    public static bool IsExactWhole(double value) => Math.Abs(value) <= MaximumWhole && Math.Truncate(value) == value;

    /// <summary>Whether a text is made of digits alone and begins with a zero that says nothing of its size.</summary>
    public static bool HasLeadingZero(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] == '0' && !text.ContainsAnyExceptInRange('0', '9');
}
