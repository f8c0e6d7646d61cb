using SynthMonitor.EndToEnd.Hosting;

namespace SynthMonitor.EndToEnd.Api;

/// <summary>A demo in a process of its own whose stream has ended, with its page still served.</summary>
public sealed class ServedDemo : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("synthmonitor-");
    private DaemonProcess process = null!;

    /// <summary>Where the page is.</summary>
    public Uri Address => new($"http://127.0.0.1:{process.Port}/");

    public async ValueTask InitializeAsync()
    {
        var port = FreePort.Find();
        process = new DaemonProcess(folder.FullName, port, "demo", "--rows", "40000", "--port", $"{port}");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!process.Output.Contains("the stream has ended", StringComparison.Ordinal))
        {
            Assert.False(process.HasFailed, process.Output);
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync()
    {
        process.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
