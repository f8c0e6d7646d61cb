using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>A process of the program itself.</summary>
internal sealed class DaemonProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly HttpClient Client = new();
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private bool isMeantToEnd;

    public DaemonProcess(string folder, int port, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "synthmonitor"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Port = port;
    }

    /// <summary>Where it serves metrics and health.</summary>
    public int Port { get; }

    /// <summary>Whether it has ended, although nobody wanted it to.</summary>
    public bool HasFailed => !isMeantToEnd && process.HasExited;

    /// <summary>What it has written.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Runs a command to its end.</summary>
    public static void Run(string folder, params string[] arguments)
    {
        using var command = new DaemonProcess(folder, 0, arguments);
        Assert.True(command.WaitForEnd() == 0, command.Output);
    }

    /// <summary>How the source records have ended that it has judged.</summary>
    public DaemonRecords Records() => new(Get("/metrics").Text);

    /// <summary>Whether it says that it is ready.</summary>
    public bool IsReady() => Get("/readyz").Status == HttpStatusCode.OK;

    /// <summary>How often it has logged an event.</summary>
    public int Logged(int eventId) => output.Count(line => line.Contains($"\"EventId\":{eventId},", StringComparison.Ordinal));

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        isMeantToEnd = true;
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as an orchestrator does, and gives its exit code.</summary>
    /// <param name="grace">How long it may take before an orchestrator would kill it.</param>
    public int Terminate(TimeSpan? grace = null)
    {
        isMeantToEnd = true;
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
        return WaitForEnd(grace);
    }

    public int WaitForEnd(TimeSpan? longest = null)
    {
        Assert.True(process.WaitForExit(longest ?? Longest), $"it did not end:\n{Output}");
        process.WaitForExit();
        return process.ExitCode;
    }

    private (HttpStatusCode Status, string Text) Get(string path)
    {
        using var answer = Client.GetAsync($"http://127.0.0.1:{Port}{path}", TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return (answer.StatusCode, answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }
}
