using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SynthMonitor.Configuration;
using SynthMonitor.Configuration.Reload;
using SynthMonitor.Observability;
using SynthMonitor.Tests.Observability;
using static SynthMonitor.Tests.Configuration.ConfigurationText;

namespace SynthMonitor.Tests.Configuration.Reload;

public sealed class ConfigurationWatcherTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("synthmonitor-").FullName;
    private readonly FakeTimeProvider time = new();
    private readonly Metrics metrics;
    private readonly List<ConfigurationReload> reloads = [];
    private readonly List<string> logs = [];
    private readonly ConfigurationWatcher watcher;

    public ConfigurationWatcherTests()
    {
        metrics = new(time);
        Write(Example);
        watcher = new(File, ConfigurationLoader.Load(File).Require(), reloads.Add, time, metrics, new ListLogger(logs));
    }

    private string File => Path.Combine(folder, "c.yaml");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_changed_file_takes_the_place_of_the_one_before()
    {
        Assert.False(watcher.Poll());
        Write(With("12 blocks", "24 blocks"));

        Assert.True(watcher.Poll());
        Assert.False(watcher.Poll());
        Assert.Equal(24, watcher.Current.Monitors[0].Respond!.CooldownBlocks);
        Assert.Equal("monitors[loans].respond.cooldown", Assert.Single(Assert.Single(reloads).Changes).Path);
        Assert.Equal(12, reloads[0].Before.Monitors[0].Respond!.CooldownBlocks);
        Assert.Equal((1, 0), Counted());
    }

    [Fact]
    public void An_invalid_file_changes_nothing_and_is_reported_once()
    {
        var before = watcher.Current;
        Write(With("12 blocks", "soon"));

        Assert.False(watcher.Poll());
        Assert.False(watcher.Poll());
        Assert.Same(before, watcher.Current);
        Assert.Equal((0, 1), Counted());
        Assert.Contains("respond.cooldown: 'soon'", Assert.Single(logs), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_gone_is_reported_once_and_read_when_it_is_back()
    {
        System.IO.File.Delete(File);
        Assert.False(watcher.Poll());
        Assert.False(watcher.Poll());
        Assert.Equal((0, 1), Counted());

        Write(With("12 blocks", "24 blocks"));
        Assert.True(watcher.Poll());
    }

    [Fact]
    public void Another_wording_of_the_same_is_no_change()
    {
        Write("# A comment\n" + Example);

        Assert.False(watcher.Poll());
        Assert.Empty(reloads);
    }

    /// <summary>Kubernetes mounts a ConfigMap as links through a link <c>..data</c>, which it replaces.</summary>
    [Fact]
    public void A_link_that_is_replaced_is_seen()
    {
        foreach (var (version, text) in new[] { ("one", Example), ("two", With("12 blocks", "24 blocks")) })
        {
            Directory.CreateDirectory(Path.Combine(folder, version));
            System.IO.File.WriteAllText(Path.Combine(folder, version, "c.yaml"), text);
        }

        System.IO.File.Delete(File);
        var data = Directory.CreateSymbolicLink(Path.Combine(folder, "..data"), "one").FullName;
        System.IO.File.CreateSymbolicLink(File, Path.Combine("..data", "c.yaml"));
        Assert.False(watcher.Poll());

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "two");
        Assert.True(watcher.Poll());
    }

    [Fact]
    public async Task It_looks_at_the_file_by_the_clock_until_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        var running = watcher.RunAsync(stop.Token);
        Write(With("12 blocks", "24 blocks"));
        Assert.Empty(reloads);

        time.Advance(ConfigurationWatcher.Interval);
        await stop.CancelAsync();
        await running;

        Assert.Single(reloads);
    }

    private (double Success, double Failed) Counted()
    {
        const string name = "synthmonitor_config_reloads_total";
        var series = Exposition.Of(metrics);
        return (series[name + "{result=\"success\"}"], series[name + "{result=\"failed\"}"]);
    }

    private void Write(string text) => System.IO.File.WriteAllText(File, text);

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
