using System.Collections.Concurrent;
using Prometheus;

namespace SynthMonitor.Observability;

/// <summary>The metrics of one monitor, in the terms of what happened. Children that are used often are bound once. Thread-safe.</summary>
public sealed class MonitorMetrics
{
    private readonly string monitor;
    private readonly MetricFamilies families;
    private readonly TimeProvider time;
    private readonly ChannelMetrics channels;
    private readonly ConcurrentDictionary<string, DateTimeOffset> snapshots = new(StringComparer.Ordinal);
    private readonly Counter.Child consumed;
    private readonly Counter.Child accepted;
    private readonly Counter.Child late;
    private readonly Counter.Child rejected;
    private readonly Counter.Child deadLettered;

    internal MonitorMetrics(string monitor, MetricFamilies families, TimeProvider time, int exportedChannels)
    {
        (this.monitor, this.families, this.time) = (monitor, families, time);
        channels = new(monitor, families, exportedChannels);
        consumed = families.Records.WithLabels(monitor, "consumed");
        accepted = families.Records.WithLabels(monitor, "accepted");
        late = families.Records.WithLabels(monitor, "late");
        rejected = families.Records.WithLabels(monitor, "rejected");
        deadLettered = families.Records.WithLabels(monitor, "dead_lettered");
        MetricLabels.Initialise(monitor, families);
    }

    /// <summary>Adds to the records of the ledger; each argument is what came since the last call.</summary>
    public void Records(long consumed = 0, long accepted = 0, long late = 0, long rejected = 0, long deadLettered = 0)
    {
        this.consumed.Inc(consumed);
        this.accepted.Inc(accepted);
        this.late.Inc(late);
        this.rejected.Inc(rejected);
        this.deadLettered.Inc(deadLettered);
    }

    /// <summary>How far a source has come.</summary>
    /// <param name="source"><c>features</c> or <c>labels</c>.</param>
    /// <param name="watermark">The least watermark of its partitions.</param>
    /// <param name="lastRecord">The event time of its newest row.</param>
    public void Progress(string source, DateTimeOffset watermark, DateTimeOffset lastRecord)
    {
        families.Watermark.WithLabels(monitor, source).Set(Seconds(watermark));
        families.LastRecord.WithLabels(monitor, source).Set(Seconds(lastRecord));
    }

    /// <summary>How many records of a source are still to be read.</summary>
    public void Lag(string source, long records) => families.Lag.WithLabels(monitor, source).Set(records);

    /// <summary>A block was judged.</summary>
    /// <param name="scores">Every channel with a figure; empty where there is no verdict.</param>
    /// <param name="threshold">The score that raises an alarm.</param>
    /// <param name="alarm">Whether an alarm is on now.</param>
    public void Window(IEnumerable<ChannelScore> scores, double threshold, bool alarm)
    {
        var judged = channels.Export(scores) > 0;
        families.Blocks.WithLabels(monitor, judged ? "judged" : "undefined").Inc();
        families.Threshold.WithLabels(monitor).Set(threshold);
        families.Detected.WithLabels(monitor).Set(alarm ? 1 : 0);
    }

    /// <summary>The quality of the model in production; a series exists only while there is a value.</summary>
    /// <param name="metric">The metric, such as <c>auc</c>.</param>
    /// <param name="kind"><c>realised</c> or <c>estimated</c>.</param>
    /// <param name="value">The value, or null where it is undefined.</param>
    public void Performance(string metric, string kind, double? value) => Set(families.Performance, value, monitor, metric, kind);

    /// <summary>What a closed block says about labels; a series exists only while there is a value.</summary>
    /// <param name="coverage">The share of its predictions that have their label, 0 … 1, or null without predictions.</param>
    /// <param name="delay">The median time from prediction to label, or null without labels.</param>
    public void Labels(double? coverage, TimeSpan? delay)
    {
        Set(families.LabelCoverage, coverage, monitor);
        Set(families.LabelDelay, delay?.TotalSeconds, monitor);
    }

    /// <summary>An incident was raised.</summary>
    public void IncidentRaised(string kind) => families.Incidents.WithLabels(monitor, kind).Inc();

    /// <summary>How many incidents are open now.</summary>
    public void IncidentsOpen(int count) => families.IncidentsOpen.WithLabels(monitor).Set(count);

    /// <summary>A response started.</summary>
    public void ResponseStarted() => families.ResponseRunning.WithLabels(monitor).Set(1);

    /// <summary>A response ended.</summary>
    /// <param name="verdict">Its verdict: see <see cref="MetricLabels.Verdicts"/>.</param>
    /// <param name="duration">How long it took.</param>
    public void ResponseEnded(string verdict, TimeSpan duration)
    {
        families.ResponseRunning.WithLabels(monitor).Set(0);
        families.Responses.WithLabels(monitor, verdict).Inc();
        families.ResponseDuration.WithLabels(monitor).Observe(duration.TotalSeconds);
    }

    /// <summary>An incident started no response.</summary>
    /// <param name="reason">Why: see <see cref="MetricLabels.SuppressionReasons"/>.</param>
    public void ResponseSuppressed(string reason) => families.ResponsesSuppressed.WithLabels(monitor, reason).Inc();

    /// <summary>A model was promoted.</summary>
    public void Promoted() => families.Promotions.WithLabels(monitor).Inc();

    /// <summary>A model was rolled back.</summary>
    public void RolledBack() => families.Rollbacks.WithLabels(monitor).Inc();

    /// <summary>Synthetic rows were made.</summary>
    /// <param name="kept">Those that were trained on.</param>
    /// <param name="dropped">Those that were not good enough.</param>
    public void SyntheticRows(long kept, long dropped = 0)
    {
        families.SyntheticRows.WithLabels(monitor, "kept").Inc(kept);
        families.SyntheticRows.WithLabels(monitor, "dropped").Inc(dropped);
    }

    /// <summary>A role took a snapshot now.</summary>
    public void SnapshotTaken(string role) => snapshots[role] = time.GetUtcNow();

    /// <summary>A role restored its state.</summary>
    /// <param name="result">From where: see <see cref="MetricLabels.RestoreResults"/>.</param>
    public void Restored(string result) => families.Restores.WithLabels(monitor, result).Inc();

    /// <summary>Brings the ages up to now.</summary>
    internal void UpdateAges()
    {
        foreach (var (role, taken) in snapshots)
        {
            families.SnapshotAge.WithLabels(monitor, role).Set((time.GetUtcNow() - taken).TotalSeconds);
        }
    }

    private static void Set(Gauge gauge, double? value, params string[] labels)
    {
        if (value is { } known)
        {
            gauge.WithLabels(labels).Set(known);
        }
        else
        {
            gauge.RemoveLabelled(labels);
        }
    }

    private static double Seconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds() / 1000.0;
}
