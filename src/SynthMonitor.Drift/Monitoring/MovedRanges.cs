using System.Collections.Immutable;
using System.Globalization;
using SynthMonitor.Data.Codes;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Where in its range a channel moved: again and again the run of neighbouring cells (in a column of names, the single cell) whose share
/// changed by the most standard errors, as long as that is notable, without the cells already taken. Cost: the square of the cells per range.
/// </summary>
internal static class MovedRanges
{
    private const int Most = 6;
    private const double Notable = 3.5;

    /// <summary>The ranges that moved, the greatest movement first.</summary>
    public static ImmutableArray<MovedRange> Of(Channel channel, ColumnCodes coding, ReadOnlySpan<long> reference, ReadOnlySpan<long> window)
    {
        var ranges = new List<MovedRange>();
        var isTaken = new bool[channel.Cells];
        var (n, m) = (Sum(reference), Sum(window));
        while (ranges.Count < Most && Next(channel, reference, window, n, m, isTaken) is var (first, last, difference))
        {
            isTaken.AsSpan(first, last - first + 1).Fill(true);
            ranges.Add(new(Describe(coding, channel.Codes[first], channel.Codes[last]), channel.Codes[first], channel.Codes[last], difference));
        }

        return [.. ranges.OrderByDescending(range => Math.Abs(range.Difference))];
    }

    private static (int First, int Last, double Difference)? Next(
        Channel channel, ReadOnlySpan<long> reference, ReadOnlySpan<long> window, double n, double m, bool[] isTaken)
    {
        var (best, residual) = (default((int, int, double)?), Notable);
        for (var first = 0; first < channel.Cells; first++)
        {
            var (expected, observed) = (0L, 0L);
            for (var last = first; last < channel.Cells && !isTaken[last]; last++)
            {
                expected += reference[last];
                observed += window[last];
                var (difference, pooled) = ((observed / m) - (expected / n), (observed + expected) / (n + m));
                var error = Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / m)));
                if (Math.Abs(difference) > residual * error)
                {
                    (best, residual) = ((first, last, difference), Math.Abs(difference) / error);
                }

                if (!IsRegular(channel, first) || !IsRegular(channel, last + 1))
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>Whether a cell can be part of a run.</summary>
    private static bool IsRegular(Channel channel, int cell) => channel.IsOrdered && cell < channel.Cells && channel.Codes[cell] >= Code.First;

    private static string Describe(ColumnCodes coding, byte first, byte last)
    {
        if (first == last || coding is not NumberCodes numbers)
        {
            return coding.Describe(first);
        }

        var lower = first == Code.First ? numbers.Minimum : numbers.Lower(first - Code.First);
        return string.Create(CultureInfo.InvariantCulture, $"{lower:G6} … {numbers.Upper[last - Code.First]:G6}");
    }

    private static double Sum(ReadOnlySpan<long> counts)
    {
        double sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
