using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class MonitorMetricsTests
{
    private readonly FakeTimeProvider time = new();
    private readonly Metrics metrics;
    private readonly MonitorMetrics monitor;

    public MonitorMetricsTests()
    {
        metrics = new(time);
        monitor = metrics.Monitor("loans");
    }

    [Fact]
    public void What_is_told_is_exported()
    {
        MetricsTests.Touch(monitor);
        var series = Exposition.Of(metrics);

        Assert.Equal(5, series["synthmonitor_records_total{monitor=\"loans\",outcome=\"consumed\"}"]);
        Assert.Equal(2, series["synthmonitor_records_total{monitor=\"loans\",outcome=\"rejected\"}"]);
        Assert.Equal(1.5, series["synthmonitor_watermark_timestamp_seconds{monitor=\"loans\",source=\"features\"}"]);
        Assert.Equal(2, series["synthmonitor_last_record_timestamp_seconds{monitor=\"loans\",source=\"features\"}"]);
        Assert.Equal(7, series["synthmonitor_consumer_lag_records{monitor=\"loans\",source=\"features\"}"]);
        Assert.Equal(1, series["synthmonitor_blocks_evaluated_total{monitor=\"loans\",outcome=\"judged\"}"]);
        Assert.Equal(3, series["synthmonitor_drift_score{monitor=\"loans\",channel=\"a\"}"]);
        Assert.Equal(0.1, series["synthmonitor_drift_effect{monitor=\"loans\",channel=\"a\"}"]);
        Assert.Equal(4.5, series["synthmonitor_drift_threshold{monitor=\"loans\"}"]);
        Assert.Equal(1, series["synthmonitor_drift_detected{monitor=\"loans\"}"]);
        Assert.Equal(0.8, series["synthmonitor_performance{monitor=\"loans\",metric=\"auc\",kind=\"realised\"}"]);
        Assert.Equal(0.5, series["synthmonitor_label_coverage_ratio{monitor=\"loans\"}"]);
        Assert.Equal(120, series["synthmonitor_label_delay_seconds{monitor=\"loans\"}"]);
        Assert.Equal(1, series["synthmonitor_incidents_total{monitor=\"loans\",kind=\"drift\"}"]);
        Assert.Equal(1, series["synthmonitor_incidents_open{monitor=\"loans\"}"]);
        Assert.Equal(0, series["synthmonitor_response_running{monitor=\"loans\"}"]);
        Assert.Equal(1, series["synthmonitor_responses_total{monitor=\"loans\",verdict=\"promote\"}"]);
        Assert.Equal(3, series["synthmonitor_response_duration_seconds_sum{monitor=\"loans\"}"]);
        Assert.Equal(1, series["synthmonitor_responses_suppressed_total{monitor=\"loans\",reason=\"cooldown\"}"]);
        Assert.Equal(1, series["synthmonitor_promotions_total{monitor=\"loans\"}"]);
        Assert.Equal(1, series["synthmonitor_rollbacks_total{monitor=\"loans\"}"]);
        Assert.Equal(10, series["synthmonitor_synthetic_rows_total{monitor=\"loans\",outcome=\"kept\"}"]);
        Assert.Equal(2, series["synthmonitor_synthetic_rows_total{monitor=\"loans\",outcome=\"dropped\"}"]);
        Assert.Equal(1, series["synthmonitor_restores_total{monitor=\"loans\",result=\"newest\"}"]);
    }

    [Fact]
    public void An_age_grows_until_the_next_snapshot()
    {
        monitor.SnapshotTaken("analyze");
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(40, Exposition.Of(metrics)["synthmonitor_snapshot_age_seconds{monitor=\"loans\",role=\"analyze\"}"]);

        monitor.SnapshotTaken("analyze");
        Assert.Equal(0, Exposition.Of(metrics)["synthmonitor_snapshot_age_seconds{monitor=\"loans\",role=\"analyze\"}"]);
    }

    [Fact]
    public void What_is_undefined_has_no_series()
    {
        MetricsTests.Touch(monitor);
        monitor.Performance("auc", "realised", null);
        monitor.Labels(null, null);
        monitor.Window([], 4.5, alarm: false);
        var series = Exposition.Of(metrics);

        Assert.DoesNotContain(series.Keys, name => name.StartsWith("synthmonitor_performance{", StringComparison.Ordinal));
        Assert.DoesNotContain(series.Keys, name => name.StartsWith("synthmonitor_label_", StringComparison.Ordinal));
        Assert.DoesNotContain(series.Keys, name => name.StartsWith("synthmonitor_drift_score{", StringComparison.Ordinal));
        Assert.Equal(1, series["synthmonitor_blocks_evaluated_total{monitor=\"loans\",outcome=\"undefined\"}"]);
    }
}
