using System.Globalization;
using System.Text.RegularExpressions;
using SynthMonitor.Data;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>How many false alarms a monitor may raise, all columns together, while nothing drifts.</summary>
/// <param name="PerBlock">Alarms per block that is not in alarm. Above 0, at most ½.</param>
public sealed partial record FalseAlarmBudget(double PerBlock)
{
    private const string Expected = "'N per M blocks', or 'N per T' with T such as 30d, 12h or 90m";

    /// <summary>Reads a budget such as <c>1 per 5000 blocks</c> or <c>1 per 30d</c>.</summary>
    /// <param name="text">The budget. Units of time: s, m, h, d, w.</param>
    /// <param name="blockSpan">The time that a block spans; null where blocks are counted in rows.</param>
    /// <exception cref="InputException">It is no budget, or not one that a block can keep.</exception>
    public static FalseAlarmBudget Parse(string text, TimeSpan? blockSpan = null)
    {
        var match = Form().Match(text);
        if (!match.Success
            || !double.TryParse(match.Groups["alarms"].Value, CultureInfo.InvariantCulture, out var alarms)
            || !double.TryParse(match.Groups["span"].Value, CultureInfo.InvariantCulture, out var span))
        {
            throw new InputException(null, null, null, $"'{text}' as a budget of false alarms", Expected);
        }

        var perBlock = alarms / (span * BlocksPerUnit(match.Groups["unit"].Value, text, blockSpan));
        return perBlock is > 0 and <= 0.5
            ? new(perBlock)
            : throw new InputException(null, null, null, $"'{text}' is {perBlock:G4} false alarms a block", "more than 0 and at most 1 in 2 blocks");
    }

    private static double BlocksPerUnit(string unit, string text, TimeSpan? blockSpan)
    {
        if (unit.StartsWith("block", StringComparison.Ordinal))
        {
            return 1;
        }

        if (blockSpan is not { Ticks: > 0 } block)
        {
            throw new InputException(null, null, null, $"'{text}' counts in time, but blocks are counted in rows", "'N per M blocks'");
        }

        var seconds = unit switch { "s" => 1, "m" => 60, "h" => 3600, "d" => 86_400, _ => 604_800 };
        return seconds / block.TotalSeconds;
    }

    [GeneratedRegex(@"^\s*(?<alarms>\d+(\.\d+)?)\s+per\s+(?<span>\d+(\.\d+)?)\s*(?<unit>blocks?|[smhdw])\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
