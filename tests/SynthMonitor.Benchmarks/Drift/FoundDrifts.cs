namespace SynthMonitor.Benchmarks.Drift;

/// <summary>Alarms against the drifts that there were: the first alarm after a drift and before the next one finds it, all others are false.</summary>
/// <param name="Drifts">The drifts.</param>
/// <param name="Missed">Those that no alarm followed.</param>
/// <param name="FalseAlarms">The alarms that found nothing.</param>
/// <param name="MeanDelay">Rows from a drift's first to the one that raised the alarm, both counted, on average.</param>
internal sealed record FoundDrifts(int Drifts, int Missed, int FalseAlarms, double MeanDelay)
{
    /// <summary>Judges alarms, by the row that raised each.</summary>
    public static FoundDrifts Of(IEnumerable<int> alarms, int rows)
    {
        var drifts = (rows - 1) / Concepts.Rows;
        var first = new int?[drifts + 1];
        var useless = 0;
        foreach (var row in alarms)
        {
            var concept = row / Concepts.Rows;
            if (concept == 0 || first[concept] is not null)
            {
                useless++;
            }
            else
            {
                first[concept] = (row % Concepts.Rows) + 1;
            }
        }

        var delays = first.OfType<int>().ToArray();
        return new(drifts, drifts - delays.Length, useless, delays.DefaultIfEmpty().Average());
    }
}
