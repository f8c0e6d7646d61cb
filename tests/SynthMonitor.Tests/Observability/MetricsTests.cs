using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class MetricsTests
{
    private readonly Metrics metrics = new(new FakeTimeProvider());

    [Fact]
    public void Series_that_are_known_beforehand_begin_at_0()
    {
        metrics.Monitor("loans");
        var series = Exposition.Of(metrics);

        Assert.Equal(0, series["synthmonitor_records_total{monitor=\"loans\",outcome=\"dead_lettered\"}"]);
        Assert.Equal(0, series["synthmonitor_responses_total{monitor=\"loans\",verdict=\"promote\"}"]);
        Assert.Equal(0, series["synthmonitor_responses_suppressed_total{monitor=\"loans\",reason=\"cooldown\"}"]);
        Assert.Equal(0, series["synthmonitor_incidents_total{monitor=\"loans\",kind=\"drift\"}"]);
        Assert.Equal(0, series["synthmonitor_promotions_total{monitor=\"loans\"}"]);
        Assert.Equal(0, series["synthmonitor_config_reloads_total{result=\"failed\"}"]);
    }

    [Fact]
    public void The_version_is_told()
    {
        var info = Assert.Single(Exposition.Of(metrics), series => series.Key.StartsWith("synthmonitor_build_info", StringComparison.Ordinal));

        Assert.Matches("version=\"[0-9]+\\.[0-9]+\\.[0-9]+", info.Key);
        Assert.Equal(1, info.Value);
    }

    [Fact]
    public void All_series_of_a_monitor_are_removed_and_those_of_others_stay()
    {
        Touch(metrics.Monitor("loans"));
        Touch(metrics.Monitor("cards"));
        metrics.Remove("loans");
        var series = Exposition.Of(metrics).Keys;

        Assert.DoesNotContain(series, name => name.Contains("\"loans\"", StringComparison.Ordinal));
        Assert.Contains("synthmonitor_drift_score{monitor=\"cards\",channel=\"a\"}", series);
    }

    [Fact]
    public void A_monitor_that_comes_back_begins_anew()
    {
        metrics.Monitor("loans").Records(consumed: 5);
        metrics.Remove("loans");
        metrics.Monitor("loans").Records(consumed: 2);

        Assert.Equal(2, Exposition.Of(metrics)["synthmonitor_records_total{monitor=\"loans\",outcome=\"consumed\"}"]);
    }

    /// <summary>Does everything that a monitor can report.</summary>
    internal static void Touch(MonitorMetrics monitor)
    {
        monitor.Records(5, 1, 1, 2, 1);
        monitor.Progress("features", DateTimeOffset.UnixEpoch.AddSeconds(1.5), DateTimeOffset.UnixEpoch.AddSeconds(2));
        monitor.Lag("features", 7);
        monitor.Window([new("a", 3, 0.1)], 4.5, alarm: true);
        monitor.Performance("auc", "realised", 0.8);
        monitor.Labels(0.5, TimeSpan.FromMinutes(2));
        monitor.IncidentRaised("drift");
        monitor.IncidentsOpen(1);
        monitor.ResponseStarted();
        monitor.ResponseEnded("promote", TimeSpan.FromSeconds(3));
        monitor.ResponseSuppressed("cooldown");
        monitor.Promoted();
        monitor.RolledBack();
        monitor.SyntheticRows(10, 2);
        monitor.SnapshotTaken("analyze");
        monitor.Restored("newest");
    }
}
