using System.Globalization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>
/// Finds, in each column that drifted, the values that rows moved to: the cells with the greatest gain of mass, as many as together hold
/// most of all gains, joined to ranges where they are neighbours.
/// </summary>
public static class DriftedRangePlanner
{
    private const double GainToCover = 0.8;
    private const double LeastRatio = 1.2;
    private const double LeastGain = 0.01;

    /// <summary>The edge cases, one for each column in which a range gained at least 1 % of the rows.</summary>
    /// <param name="columns">The columns that drifted.</param>
    public static IEnumerable<EdgeCase> Find(IEnumerable<DriftedColumn> columns) => columns.Select(Find).OfType<EdgeCase>();

    private static EdgeCase? Find(DriftedColumn column)
    {
        double reference = column.Reference.Sum(), current = column.Current.Sum();
        if (reference == 0 || current == 0)
        {
            return null;
        }

        var before = column.Reference.Select(rows => rows / reference).ToArray();
        var now = column.Current.Select(rows => rows / current).ToArray();
        var gained = Gained(column.Codes, before, now);
        var (from, to) = (gained.Sum(code => before[code]), gained.Sum(code => now[code]));
        if (to - from < LeastGain)
        {
            return null;
        }

        var set = new CodeSet();
        gained.ForEach(code => set.Add((byte)code));
        var condition = new Condition(column.Column, CodeValues.Of(column.Codes, set));
        var reason = string.Create(CultureInfo.InvariantCulture, $"{condition} went from {from:P1} to {to:P1} of the rows");
        return new EdgeCase($"range:{column.Column.Name}", new([condition]), to - from, reason);
    }

    private static List<int> Gained(ColumnCodes codes, double[] before, double[] now)
    {
        var rising = Enumerable.Range(0, codes.Count)
            .Where(code => code != Code.NotANumber && now[code] > before[code] * LeastRatio)
            .OrderByDescending(code => now[code] - before[code])
            .ThenBy(code => code)
            .ToList();
        var left = GainToCover * rising.Sum(code => now[code] - before[code]);
        var needed = 0;
        while (needed < rising.Count && left > 0)
        {
            left -= now[rising[needed]] - before[rising[needed]];
            needed++;
        }

        return rising[..needed];
    }
}
