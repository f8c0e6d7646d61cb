using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Observability;

namespace SynthMonitor.Tests.Observability;

public sealed class ChannelMetricsTests
{
    private const string Omitted = "synthmonitor_channels_omitted_total{monitor=\"m\"}";

    [Fact]
    public void The_greatest_scores_are_exported_and_the_rest_is_counted()
    {
        var metrics = new Metrics(new FakeTimeProvider(), channels: 2);
        metrics.Monitor("m").Window([new("a", 1, 0), new("b", 3, 0), new("c", 2, 0)], 4, alarm: false);

        Assert.Equal(["b", "c"], Channels(metrics));
        Assert.Equal(1, Exposition.Of(metrics)[Omitted]);
    }

    [Fact]
    public void Equal_scores_are_ordered_by_name_whatever_the_order_of_arrival()
    {
        foreach (var order in new[] { "abcd", "dcba", "cadb" })
        {
            var metrics = new Metrics(new FakeTimeProvider(), channels: 2);
            metrics.Monitor("m").Window(order.Select(name => new ChannelScore(name.ToString(), 1, 0)), 4, alarm: false);

            Assert.Equal(["a", "b"], Channels(metrics));
        }
    }

    [Fact]
    public void A_channel_that_is_no_longer_among_them_is_removed()
    {
        var metrics = new Metrics(new FakeTimeProvider(), channels: 1);
        metrics.Monitor("m").Window([new("a", 1, 0), new("b", 3, 0)], 4, alarm: false);
        metrics.Monitor("m").Window([new("a", 5, 0), new("b", 3, 0)], 4, alarm: true);

        Assert.Equal(["a"], Channels(metrics));
        Assert.Equal(2, Exposition.Of(metrics)[Omitted]);
    }

    [Fact]
    public void However_many_channels_there_are_the_series_are_bounded()
    {
        var metrics = new Metrics(new FakeTimeProvider());
        for (var window = 0; window < 5; window++)
        {
            var scores = Enumerable.Range(0, 1000).Select(i => new ChannelScore($"c{i}", (i + 311 * window) % 1000, 0));
            metrics.Monitor("m").Window(scores, 4, alarm: false);
        }

        Assert.Equal(Metrics.DefaultChannels, Channels(metrics).Count);
    }

    private static List<string> Channels(Metrics metrics) =>
    [
        .. Exposition.Of(metrics).Keys.Where(name => name.StartsWith("synthmonitor_drift_score{", StringComparison.Ordinal))
            .Select(name => name.Split("channel=\"")[1].Split('"')[0]).Order(StringComparer.Ordinal),
    ];
}
