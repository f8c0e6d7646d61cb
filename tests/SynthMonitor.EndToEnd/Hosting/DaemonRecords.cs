using System.Globalization;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>How the source records that a process has judged have ended, by its metrics.</summary>
internal sealed class DaemonRecords(string metrics)
{
    private readonly Dictionary<string, long> counts = metrics.Split('\n')
        .Where(line => line.StartsWith("synthmonitor_records_total{", StringComparison.Ordinal))
        .ToDictionary(
            line => line.Split("outcome=\"")[1].Split('"')[0],
            line => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));

    /// <summary>
    /// Whether so many were taken, each in exactly one way. A second epoch takes those of its first chunks again.
    /// </summary>
    public bool AreAll(long records) =>
        Of("consumed") >= records && Of("consumed") == Of("accepted") + Of("late") + Of("rejected") + Of("dead_lettered");

    private long Of(string outcome) => counts.GetValueOrDefault(outcome);
}
