using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthMonitor.Configuration.Values;

/// <summary>Spans of time as people write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, <c>7d</c>, <c>2w</c>, <c>250ms</c>.</summary>
public static partial class Span
{
    /// <summary>The pattern of a span, for a JSON Schema.</summary>
    internal const string Pattern = "^([0-9]{1,9}(ms|s|m|h|d|w))+$";

    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("w", 7 * TimeSpan.TicksPerDay), ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour),
        ("m", TimeSpan.TicksPerMinute), ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond),
    ];

    /// <summary>Reads a span.</summary>
    /// <param name="text">One or more of a whole number with a unit: ms, s, m, h, d, w.</param>
    /// <param name="span">The span.</param>
    /// <returns>Whether the text is a span of at most 10,000 years.</returns>
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (!Form().IsMatch(text))
        {
            return false;
        }

        Int128 ticks = 0;
        foreach (Match part in Part().Matches(text))
        {
            ticks += Int128.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture)
                * Units.Single(unit => unit.Unit == part.Groups["unit"].Value).Ticks;
        }

        span = ticks <= 3_652_500 * TimeSpan.TicksPerDay ? new((long)ticks) : default;
        return ticks <= 3_652_500 * TimeSpan.TicksPerDay;
    }

    /// <summary>The shortest way to write a span, weeks aside; what is below a millisecond is left out.</summary>
    public static string Format(TimeSpan span)
    {
        var (rest, text) = (span.Ticks, new StringBuilder());
        foreach (var (unit, ticks) in Units.Skip(1).Where(_ => span.Ticks > 0))
        {
            if (rest >= ticks)
            {
                text.Append(CultureInfo.InvariantCulture, $"{rest / ticks}{unit}");
                rest %= ticks;
            }
        }

        return text.Length == 0 ? "0s" : text.ToString();
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("(?<count>[0-9]+)(?<unit>ms|s|m|h|d|w)", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
