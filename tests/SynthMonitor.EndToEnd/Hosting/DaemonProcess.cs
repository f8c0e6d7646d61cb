using System.Collections.Concurrent;
using System.Diagnostics;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>A process of the program itself.</summary>
internal sealed class DaemonProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private bool isKilled;

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
    public bool HasFailed => !isKilled && process.HasExited;

    /// <summary>What it has written.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Runs a command to its end.</summary>
    public static void Run(string folder, params string[] arguments)
    {
        using var command = new DaemonProcess(folder, 0, arguments);
        Assert.True(command.WaitForEnd() == 0, command.Output);
    }

    /// <summary>Kills it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        isKilled = true;
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as an orchestrator does, and gives its exit code.</summary>
    public int Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
        return WaitForEnd();
    }

    public int WaitForEnd()
    {
        Assert.True(process.WaitForExit(Longest), $"it did not end:\n{Output}");
        process.WaitForExit();
        return process.ExitCode;
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
