using System.Collections.Immutable;
using Prometheus;

namespace SynthMonitor.Observability;

/// <summary>All metrics with their names, labels and help. Every one but the process's own is labelled by <c>monitor</c> first.</summary>
internal sealed class MetricFamilies
{
    private const string Prefix = "synthmonitor_";

    private readonly MetricFactory factory;
    private readonly ImmutableArray<ICollector>.Builder ofMonitors = ImmutableArray.CreateBuilder<ICollector>();

    /// <summary>Registers the metrics.</summary>
    public MetricFamilies(MetricFactory factory)
    {
        this.factory = factory;
        Records = Counter("records_total", "Records of the source topics by what became of them, read from the ledger.", "outcome");
        Watermark = Gauge("watermark_timestamp_seconds", "Event time up to which no more rows are expected.", "source");
        LastRecord = Gauge("last_record_timestamp_seconds", "Event time of the newest row.", "source");
        Lag = Gauge("consumer_lag_records", "Records between the last one read and the end of the partitions.", "source");
        Blocks = Counter("blocks_evaluated_total", "Blocks that were judged, by whether there was a verdict.", "outcome");
        Score = Gauge("drift_score", "Score of a channel: its statistic as a normal score of its distribution without drift.", "channel");
        Effect = Gauge("drift_effect", "How much a channel moved: a distance between it and the reference.", "channel");
        ChannelsOmitted = Counter("channels_omitted_total", "Channels that were judged but not exported: others had greater scores.");
        Threshold = Gauge("drift_threshold", "Score that raises an alarm.");
        Detected = Gauge("drift_detected", "Whether an alarm is on: 1 or 0.");
        Performance = Gauge("performance", "Quality of the model in production.", "metric", "kind");
        LabelCoverage = Gauge("label_coverage_ratio", "Share of the predictions of the last closed block that have their label.");
        LabelDelay = Gauge("label_delay_seconds", "Median time from prediction to label in the last closed block.");
        Incidents = Counter("incidents_total", "Incidents raised.", "kind");
        IncidentsOpen = Gauge("incidents_open", "Incidents raised and not resolved.");
        Responses = Counter("responses_total", "Responses to incidents by their verdict.", "verdict");
        ResponsesSuppressed = Counter("responses_suppressed_total", "Incidents that started no response, by reason.", "reason");
        ResponseRunning = Gauge("response_running", "Whether a response is running: 1 or 0.");
        ResponseDuration = Histogram("response_duration_seconds", "Time from the start of a response to its verdict.");
        Promotions = Counter("promotions_total", "Models promoted.");
        Rollbacks = Counter("rollbacks_total", "Models rolled back.");
        SyntheticRows = Counter("synthetic_rows_total", "Synthetic rows by whether they were kept.", "outcome");
        SnapshotAge = Gauge("snapshot_age_seconds", "Time since the last snapshot of the state.", "role");
        Restores = Counter("restores_total", "Restores of the state by where it came from.", "result");
        ConfigurationReloads = factory.CreateCounter(Prefix + "config_reloads_total", "Reloads of the configuration by result.", "result");
        BuildInfo = factory.CreateGauge(Prefix + "build_info", "1, labelled by the version.", "version");
    }

    public Counter Records { get; }

    public Gauge Watermark { get; }

    public Gauge LastRecord { get; }

    public Gauge Lag { get; }

    public Counter Blocks { get; }

    public Gauge Score { get; }

    public Gauge Effect { get; }

    public Counter ChannelsOmitted { get; }

    public Gauge Threshold { get; }

    public Gauge Detected { get; }

    public Gauge Performance { get; }

    public Gauge LabelCoverage { get; }

    public Gauge LabelDelay { get; }

    public Counter Incidents { get; }

    public Gauge IncidentsOpen { get; }

    public Counter Responses { get; }

    public Counter ResponsesSuppressed { get; }

    public Gauge ResponseRunning { get; }

    public Histogram ResponseDuration { get; }

    public Counter Promotions { get; }

    public Counter Rollbacks { get; }

    public Counter SyntheticRows { get; }

    public Gauge SnapshotAge { get; }

    public Counter Restores { get; }

    public Counter ConfigurationReloads { get; }

    public Gauge BuildInfo { get; }

    /// <summary>Removes all series of a monitor.</summary>
    public void Remove(string monitor)
    {
        foreach (var metric in ofMonitors)
        {
            Remove(metric, monitor);
        }
    }

    private static void Remove(ICollector metric, string monitor)
    {
        switch (metric)
        {
            case Counter counter: Remove<Counter.Child>(counter, monitor); break;
            case Gauge gauge: Remove<Gauge.Child>(gauge, monitor); break;
            case Histogram histogram: Remove<Histogram.Child>(histogram, monitor); break;
        }
    }

    private static void Remove<TChild>(Collector<TChild> metric, string monitor)
        where TChild : ChildBase
    {
        foreach (var labels in metric.GetAllLabelValues().Where(labels => labels[0] == monitor))
        {
            metric.RemoveLabelled(labels);
        }
    }

    private Counter Counter(string name, string help, params string[] labels) =>
        Keep(factory.CreateCounter(Prefix + name, help, ["monitor", .. labels]));

    private Gauge Gauge(string name, string help, params string[] labels) =>
        Keep(factory.CreateGauge(Prefix + name, help, ["monitor", .. labels]));

    private Histogram Histogram(string name, string help) => Keep(factory.CreateHistogram(
        Prefix + name, help, ["monitor"], new HistogramConfiguration { Buckets = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600] }));

    private T Keep<T>(T metric)
        where T : ICollector
    {
        ofMonitors.Add(metric);
        return metric;
    }
}
