namespace SynthMonitor.Data.Texts;

/// <summary>
/// Instants as ISO 8601 writes them: <c>2024-01-31</c>, <c>2024-01-31T12:00</c>, <c>2024-01-31 12:00:00.250+01:00</c>. Without an offset
/// the time is UTC; what is finer than a millisecond is cut off.
/// </summary>
public static class IsoInstant
{
    /// <summary>The first instant that can be written, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public const double First = -62_135_596_800_000;

    /// <summary>The last instant that can be written, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public const double Last = 253_402_300_799_999;

    private const double Minute = 60_000;

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">Receives milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>Whether the text is an instant from year 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out double instant)
    {
        instant = 0;
        if (!IsDate(text[..Math.Min(10, text.Length)], out var date))
        {
            return false;
        }

        var rest = text[10..];
        var time = 0.0;
        if (!rest.IsEmpty && !(rest[0] is 'T' or 't' or ' ' && TakeTime(ref rest, out time)))
        {
            return false;
        }

        instant = date + time;
        return rest.IsEmpty && instant is >= First and <= Last;
    }

    /// <summary>Whether a text is a calendar day written as <c>2024-01-31</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instant">Receives the day's start in milliseconds since 1970-01-01T00:00:00Z.</param>
    public static bool IsDate(ReadOnlySpan<char> text, out double instant)
    {
        instant = 0;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !IsNumber(text[..4], out var year) || !IsNumber(text[5..7], out var month) || !IsNumber(text[8..], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        instant = FromDateTime(new DateTime(year, month, day));
        return true;
    }

    /// <summary>Writes an instant as <c>2024-01-31T12:00:00Z</c>, with milliseconds where there are any.</summary>
    /// <param name="instant">Milliseconds since 1970-01-01T00:00:00Z, from <see cref="First"/> to <see cref="Last"/>.</param>
    /// <param name="destination">Receives at most 24 characters.</param>
    /// <returns>The number of characters.</returns>
    public static int Format(double instant, Span<char> destination)
    {
        var time = ToDateTime(instant);
        time.TryFormat(destination, out var written, time.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        return written;
    }

    /// <summary>The instant of a UTC time; what is finer than a millisecond is cut off.</summary>
    public static double FromDateTime(DateTime time)
    {
        // In whole numbers, since ticks are beyond what a double holds exactly.
        var (milliseconds, rest) = Math.DivRem(time.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMillisecond);
        return rest < 0 ? milliseconds - 1 : milliseconds;
    }

    /// <summary>The UTC time of an instant.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside of the years 1 to 9999, or is not a number.</exception>
    public static DateTime ToDateTime(double instant) => instant is >= First and <= Last
        ? DateTime.UnixEpoch.AddTicks((long)Math.Floor(instant) * TimeSpan.TicksPerMillisecond)
        : throw new ArgumentOutOfRangeException(nameof(instant), instant, "outside of the years 1 to 9999");

    /// <summary>Takes <c>T12:00[:00[.000]][Z|+01:00]</c> off the front.</summary>
    private static bool TakeTime(ref ReadOnlySpan<char> rest, out double time)
    {
        time = 0;
        if (rest.Length < 6 || rest[3] != ':'
            || !IsNumber(rest[1..3], out var hour) || !IsNumber(rest[4..6], out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        time = (hour * 60 + minute) * Minute;
        rest = rest[6..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!IsNumber(rest[1..3], out var second) || second > 59)
            {
                return false;
            }

            rest = rest[3..];
            time += second * 1000 + TakeMilliseconds(ref rest);
        }

        return TakeOffset(ref rest, ref time);
    }

    private static int TakeMilliseconds(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] is not ('.' or ',') || !char.IsAsciiDigit(rest[1]))
        {
            return 0;
        }

        rest = rest[1..];
        var milliseconds = 0;
        for (var scale = 100; !rest.IsEmpty && char.IsAsciiDigit(rest[0]); scale /= 10)
        {
            milliseconds += (rest[0] - '0') * scale;
            rest = rest[1..];
        }

        return milliseconds;
    }

    private static bool TakeOffset(ref ReadOnlySpan<char> rest, ref double time)
    {
        if (rest.IsEmpty || rest is "Z" or "z")
        {
            rest = [];
            return true;
        }

        var sign = rest[0] switch { '+' => 1, '-' => -1, _ => 0 };
        var digits = rest[1..];
        var minute = 0;
        var isOffset = digits.Length switch
        {
            2 => true,
            4 => IsNumber(digits[2..], out minute),
            5 => digits[2] == ':' && IsNumber(digits[3..], out minute),
            _ => false,
        };
        if (sign == 0 || !isOffset || !IsNumber(digits[..2], out var hour) || hour > 18 || minute > 59)
        {
            return false;
        }

        time -= sign * (hour * 60 + minute) * Minute;
        rest = [];
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = value * 10 + (digit - '0');
        }

        return true;
    }
}
