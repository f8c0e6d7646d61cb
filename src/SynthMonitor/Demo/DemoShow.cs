using SynthMonitor.Api;
using SynthMonitor.Configuration;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Demo.Screen;
using SynthMonitor.Hosting;
using SynthMonitor.Observability;

namespace SynthMonitor.Demo;

/// <summary>A demo as people see it: prepared, served on a page, drawn on the terminal or told line by line, and summed up.</summary>
internal sealed class DemoShow(DemoOptions options, Terminal terminal, TimeProvider time) : IDisposable
{
    private const int UsualPort = 8080;
    private readonly string folder = Directory.CreateTempSubdirectory("synthmonitor-demo-").FullName;
    private readonly ILoggerFactory loggers = LoggerFactory.Create(_ => { });
    private readonly MonitorViews views = new([DemoWorld.Monitor]);
    private readonly Health health = new();
    private readonly DemoState state = new();

    /// <summary>Runs the demo.</summary>
    /// <param name="exit">Whether it ends with the stream; otherwise the page is served until it is cancelled.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the stream had ended; what had happened until then is summed up.</exception>
    public async Task<DemoReport> RunAsync(bool exit, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        var metrics = new Metrics(time);
        state.Observe(new RoleMetrics(metrics, loggers.CreateLogger<RoleMetrics>()));
        await using var http = await ServeAsync(metrics, cancellation).ConfigureAwait(false);
        IDemoStage stage = terminal.Screen is { } screen ? new DemoScreen(screen, state, options, http.Address, time) : new DemoLines(terminal, state, time);
        stage.Report($"status page and metrics on {http.Address}");
        var stream = Task.Run(() => Stream(stage, cancellation), CancellationToken.None);
        await stage.ShowAsync(stream, cancellation).ConfigureAwait(false);
        var report = DemoReport.Of(state);
        if (report.Rows > 0)
        {
            DemoSummary.Write(terminal, report, time.GetElapsedTime(started));
        }

        await stream.ConfigureAwait(false);
        if (!exit)
        {
            terminal.Note($"the stream has ended; the page stays on {http.Address} until Ctrl-C");
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        }

        return report;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        loggers.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Stream(IDemoStage stage, CancellationToken cancellation)
    {
        var world = DemoWorld.Prepare(options, folder, stage, cancellation);
        using var run = new DemoRun(world, state, views, options, time);
        health.Started();
        stage.Begin(world);
        run.RunToEnd(cancellation);
    }

    private async Task<HttpHost> ServeAsync(Metrics metrics, CancellationToken cancellation)
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
}
