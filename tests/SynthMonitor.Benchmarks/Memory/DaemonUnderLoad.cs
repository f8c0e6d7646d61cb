using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SynthMonitor.Benchmarks.Memory;

/// <summary>The program's <c>run</c> in a process of its own, and what its metrics say.</summary>
internal sealed partial class DaemonUnderLoad : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly Process process;
    private readonly string address;

    public DaemonUnderLoad(string folder, string configuration, int port)
    {
        process = Start(folder, "run", "--config", configuration);
        address = $"http://127.0.0.1:{port}/metrics";
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static void Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with code {process.ExitCode}");
        }
    }

    /// <summary>Records consumed, the bytes that the process holds in memory, and those of its managed objects; null before it answers.</summary>
    public async Task<(long Consumed, long Bytes, long Managed)?> LookAsync()
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"run ended with code {process.ExitCode}");
        }

        try
        {
            var metrics = await Http.GetStringAsync(address);
            process.Refresh();
            return (Sum(Consumed(), metrics), process.WorkingSet64, Sum(Managed(), metrics));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string folder, params string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "synthmonitor"), arguments)
        {
            WorkingDirectory = folder, RedirectStandardError = false,
        })!;

    private static long Sum(Regex series, string metrics) =>
        series.Matches(metrics).Sum(match => (long)double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("^dotnet_total_memory_bytes (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Managed();

    [GeneratedRegex("^synthmonitor_records_total\\{[^}]*outcome=\"consumed\"[^}]*\\} (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Consumed();
}
