using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// Numbers of JSON whose digits a double holds exactly: w · 10^e with w ≤ 2^53 and |e| ≤ 22. Both are doubles then, so that one operation
/// rounds correctly (Clinger 1990, "How to read floating point numbers accurately"). All others are left to the parser.
/// </summary>
internal static class PlainNumber
{
    private const ulong MaximumDigits = 1UL << 53;
    private const int MostDigits = 19;

    private static readonly ImmutableArray<double> PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private static ReadOnlySpan<ulong> PowersOfTenWhole => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Reads the number that a text begins with.</summary>
    /// <returns>Its length; 0 where there is none of this kind.</returns>
    public static int Read(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var start = text is [(byte)'-', ..] ? 1 : 0;
        var digits = 0UL;
        var position = Digits(text, start, ref digits);
        var count = position - start;
        if (count == 0 || (count > 1 && text[start] == '0'))
        {
            return 0;
        }

        var exponent = 0;
        if (position < text.Length && text[position] == '.')
        {
            var end = Digits(text, position + 1, ref digits);
            exponent = position + 1 - end;
            count -= exponent;
            position = end;
            if (exponent == 0)
            {
                return 0;
            }
        }

        if (position < text.Length && (text[position] | 0x20) == 'e' && !Exponent(text, ref position, ref exponent))
        {
            return 0;
        }

        if (count > MostDigits || digits > MaximumDigits || Math.Abs(exponent) >= PowersOfTen.Length)
        {
            return 0;
        }

        value = exponent < 0 ? digits / PowersOfTen[-exponent] : digits * PowersOfTen[exponent];
        value = start == 1 ? -value : value;
        return position;
    }

    private static int Digits(ReadOnlySpan<byte> text, int position, ref ulong digits)
    {
        if (position + sizeof(ulong) <= text.Length)
        {
            var count = Eight(text[position..], ref digits);
            if (count < sizeof(ulong))
            {
                return position + count;
            }

            position += count;
        }

        while ((uint)position < (uint)text.Length && (uint)(text[position] - '0') is <= 9 and var digit)
        {
            digits = (digits * 10) + digit;
            position++;
        }

        return position;
    }

    /// <summary>Takes up to eight digits at once, as bytes of one word (Lemire 2021, "Number parsing at a gigabyte per second").</summary>
    private static int Eight(ReadOnlySpan<byte> text, ref ulong digits)
    {
        const ulong Zeros = 0x3030_3030_3030_3030, Carries = 0x7676_7676_7676_7676, HighBits = 0x8080_8080_8080_8080;
        var word = BinaryPrimitives.ReadUInt64LittleEndian(text) ^ Zeros;
        var others = ((word + Carries) | word) & HighBits;
        var count = BitOperations.TrailingZeroCount(others) >> 3;
        if (count == 0)
        {
            return 0;
        }

        // The first digit is the lowest byte; what comes before it as zeros leaves the number as it is.
        word <<= 64 - (count << 3);
        word = (word * 10) + (word >> 8);
        word = (((word & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064) + (((word >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32;
        digits = (digits * PowersOfTenWhole[count]) + word;
        return count;
    }

    private static bool Exponent(ReadOnlySpan<byte> text, ref int position, ref int exponent)
    {
        var start = position + 1;
        var isNegative = start < text.Length && text[start] == '-';
        start += isNegative || (start < text.Length && text[start] == '+') ? 1 : 0;
        var digits = 0UL;
        position = Digits(text, start, ref digits);
        exponent += isNegative ? -(int)digits : (int)digits;
        return position - start is 1 or 2;
    }
}
