using System.Globalization;
using SynthMonitor.Api;
using SynthMonitor.Configuration;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Hosting;
using SynthMonitor.Observability;

namespace SynthMonitor.Demo;

/// <summary>A demo as people see it: prepared, served on a page, told on the terminal line by line, and summed up.</summary>
internal sealed class DemoShow(DemoOptions options, Terminal terminal, TimeProvider time) : IDisposable
{
    private const int UsualPort = 8080;
    private readonly string folder = Directory.CreateTempSubdirectory("synthmonitor-demo-").FullName;
    private readonly ILoggerFactory loggers = LoggerFactory.Create(_ => { });
    private readonly long started = time.GetTimestamp();

    /// <summary>Runs the demo.</summary>
    /// <param name="exit">Whether it ends with the stream; otherwise the page is served until it is cancelled.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DemoReport> RunAsync(bool exit, CancellationToken cancellation)
    {
        var world = DemoWorld.Prepare(options, folder, new Lines(Note), cancellation);
        var state = new DemoState();
        state.Told += text => Note($"row {state.Features.Consumed,7:N0}  {text}");
        var metrics = new Metrics(time);
        state.Observe(new RoleMetrics(metrics, loggers.CreateLogger<RoleMetrics>()));
        var health = new Health();
        var views = new MonitorViews([DemoWorld.Monitor]);
        using var run = new DemoRun(world, state, views, options, time);
        await using var http = await ServeAsync(metrics, health, views, cancellation).ConfigureAwait(false);
        health.Started();
        Note($"status page and metrics on {http.Address}");
        Note($"streaming; {Change(world)}");
        await Task.Run(() => run.RunToEnd(cancellation), cancellation).ConfigureAwait(false);
        var report = DemoReport.Of(state, run.Feeder.Rows);
        Summarise(report);
        if (!exit)
        {
            Note($"the stream has ended; the page stays on {http.Address} until Ctrl-C");
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation).ConfigureAwait(false);
        }

        return report;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        loggers.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<HttpHost> ServeAsync(Metrics metrics, Health health, MonitorViews views, CancellationToken cancellation)
    {
        Task<HttpHost> Start(int port) => HttpHost.StartAsync(
            new HttpConfiguration { Listen = new Uri($"http://127.0.0.1:{port}") }, metrics, health, views, loggers, cancellation);
        try
        {
            return await Start(options.Port ?? UsualPort).ConfigureAwait(false);
        }
        catch (InputException) when (options.Port is null)
        {
            return await Start(0).ConfigureAwait(false);
        }
    }

    private string Change(DemoWorld world) => options.Drift.Row == 0
        ? "nothing changes"
        : $"from row {options.Drift.Row.ToString("N0", CultureInfo.InvariantCulture)} on: {world.Drift}";

    private void Summarise(DemoReport report)
    {
        terminal.Line();
        terminal.Line($"{report.Rows:N0} rows in {time.GetElapsedTime(started).TotalSeconds:F0} s: {report.Conservation.Accepted:N0} accepted, {report.Conservation.Late:N0} late, "
            + $"{report.Conservation.Rejected:N0} rejected, {report.Conservation.DeadLettered:N0} dead-lettered; {report.OpenRows:N0} in blocks still open");
        foreach (var incident in report.Incidents)
        {
            terminal.Line($"incident ({incident.Kind}) {incident.Diagnosis}: since row {incident.OnsetRow:N0}, raised by row {incident.RaisedRow:N0}");
        }

        foreach (var retrain in report.Retrains)
        {
            terminal.Line($"retrained: {retrain.Verdict} ({retrain.Recipe}), AUC {retrain.Champion:F4} → {retrain.Challenger:F4} on real rows after the change");
        }

        terminal.Line($"AUC before {report.Quality.Before:F4}, during {report.Quality.During:F4}, after {report.Quality.After:F4}");
    }

    private void Note(string text) => terminal.Note($"{time.GetElapsedTime(started).TotalSeconds,6:F1} s  {text}");

    private sealed class Lines(Action<string> note) : IProgress<string>
    {
        public void Report(string value) => note(value);
    }
}
