using System.Diagnostics;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Benchmarks.Synthesis;

/// <summary>Time and memory of fitting and drawing, and the rows themselves for whoever judges them.</summary>
internal static class SynthesisBenchmark
{
    public static int Run(Options options)
    {
        var method = options.Find("generator") ?? TreeGenerator.Method;
        var folder = options.Find("data") ?? Environment.GetEnvironmentVariable("SYNTHMONITOR_DATA") ?? "../shared/data";
        int? threads = options.Find("threads") is null ? null : options.Number("threads", 1);
        foreach (var name in options.Find("sets")?.Split(',') ?? FidelityHalves.Names)
        {
            var train = FidelityHalves.Train(folder, name);
            for (var seed = 1; seed <= options.Number("seeds", 1); seed++)
            {
                var (watch, cpu) = (Stopwatch.StartNew(), new CpuTime());
                var generator = Fit(method, train, threads, options);
                var (fit, fitCpu) = (watch.Elapsed.TotalSeconds, cpu.Lap());
                watch.Restart();
                var drawn = generator.Draw(new SampleRequest(train.Rows, (ulong)seed, Threads: threads));
                var (draw, drawCpu) = (watch.Elapsed.TotalSeconds, cpu.Lap());
                System.Console.WriteLine(
                    $"{name} {generator.Method} seed {seed}: fit {fit:F2} s ({fitCpu:F2} of processors), "
                    + $"draw {draw:F2} s ({drawCpu:F2} of processors), {train.Rows / draw:N0} rows/s, "
                    + $"{drawn.Gate}, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
                if (options.Find("out") is { } output)
                {
                    TableFile.Write(Path.Combine(output, $"{name}_{method}_{seed}.csv"), drawn.Table);
                }
            }
        }

        return 0;
    }

    private static IGenerator Fit(string method, Table train, int? threads, Options options) => method switch
    {
        TreeGenerator.Method => TreeGenerator.Fit(train, new TreeOptions
        {
            Threads = threads,
            Rounds = options.Number("rounds", new TreeOptions().Rounds),
            Depth = options.Number("depth", new TreeOptions().Depth),
        }),
        CartGenerator.Method => CartGenerator.Fit(train, new CartOptions { Threads = threads }),
        _ => MarginalsGenerator.Fit(train),
    };

    /// <summary>The processor time of this process, lap by lap.</summary>
    private sealed class CpuTime
    {
        private TimeSpan last = Process.GetCurrentProcess().TotalProcessorTime;

        public double Lap()
        {
            var now = Process.GetCurrentProcess().TotalProcessorTime;
            var lap = (now - last).TotalSeconds;
            last = now;
            return lap;
        }
    }
}
