using System.Globalization;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>How the source records that a process has judged have ended, and how many it has not judged yet, by its metrics.</summary>
internal sealed class DaemonRecords(string metrics)
{
    private readonly Dictionary<string, long> counts = Series(metrics, "records_total").ToDictionary(
        line => line.Split("outcome=\"")[1].Split('"')[0], Value);

    private readonly long lag = Series(metrics, "consumer_lag_records").Sum(Value);

    /// <summary>
    /// Whether so many were fed and each that was taken ended in exactly one way. The end of a partition, where no block has ended yet, is
    /// taken but not published: it counts as lag.
    /// </summary>
    public bool AreAll(long records) =>
        Of("consumed") + lag == records && Of("consumed") == Of("accepted") + Of("late") + Of("rejected") + Of("dead_lettered");

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"))}, lag {lag}";

    private long Of(string outcome) => counts.GetValueOrDefault(outcome);

    private static IEnumerable<string> Series(string metrics, string name) =>
        metrics.Split('\n').Where(line => line.StartsWith($"synthmonitor_{name}{{", StringComparison.Ordinal));

    private static long Value(string line) => (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
}
