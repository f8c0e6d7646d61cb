using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Benchmarks.Drift;

/// <summary>How long the drift monitor of one column runs without a false alarm, and how soon it sees a change.</summary>
internal static class MonitorBenchmark
{
    private const string Heading = "Run length and delay of the drift monitor";
    private const int BlocksBefore = 64;

    private static readonly (string Name, Func<double, double> Change)[] Changes =
        [("mean by 0.1 σ", value => value + 0.1), ("mean by 0.2 σ", value => value + 0.2), ("σ × 1.2", value => value * 1.2), ("σ × 1.5", value => value * 1.5)];

    public static int Run(Options options)
    {
        var (references, blocks, repetitions) = (options.Number("references", 20), options.Number("blocks", 9_500), options.Number("repetitions", 20));
        List<string> lines =
        [
            $"Blocks of {MonitoredColumn.RowsPerBlock} rows, references of 10,000 rows, 1 false alarm per 950 blocks.",
            "",
            "| stream without drift | references | blocks | alarms | run length ÷ budget | standard error |",
            "|---|---:|---:|---:|---:|---:|",
        ];
        foreach (var stream in CleanStream.All)
        {
            var (alarms, quiet) = RunLength(stream, references, blocks);
            var ratio = quiet * MonitoredColumn.Budget.PerBlock / Math.Max(1, alarms.Sum());
            var error = ratio * Math.Sqrt(Variance(alarms) * references) / Math.Max(1, alarms.Sum());
            Add($"| {stream.Name} | {references} | {references * blocks:N0} | {alarms.Sum()} | {ratio:0.00} | {error:0.00} |");
        }

        lines.AddRange(["", "| change of independent values | changes | mean delay, blocks | standard error |", "|---|---:|---:|---:|"]);
        foreach (var (name, change) in Changes)
        {
            var delays = Delays(change, references, repetitions);
            Add($"| {name} | {delays.Length} | {delays.Average():0.0} | {Math.Sqrt(Variance(delays) / delays.Length):0.0} |");
        }

        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, Heading, lines);
        }

        return 0;

        void Add(string line)
        {
            lines.Add(line);
            System.Console.WriteLine(line);
        }
    }

    /// <summary>The alarms on each reference, and the blocks that were not in alarm.</summary>
    private static (double[] Alarms, long Quiet) RunLength(CleanStream stream, int references, int blocks)
    {
        var (alarms, quiet) = (new double[references], 0L);
        Parallel.For(0, references, index =>
        {
            foreach (var step in new MonitoredColumn(stream, (ulong)index + 1).Watch(0).Take(blocks))
            {
                alarms[index] += step.Transition == AlarmTransition.Raised ? 1 : 0;
                Interlocked.Add(ref quiet, step.Alarm is null || step.Transition != AlarmTransition.None ? 1 : 0);
            }
        });
        return (alarms, quiet);
    }

    /// <summary>The blocks from the change to the alarm, both counted, where none was on before.</summary>
    private static double[] Delays(Func<double, double> change, int references, int repetitions)
    {
        var delays = new double?[references * repetitions];
        Parallel.For(0, references, index =>
        {
            var column = new MonitoredColumn(CleanStream.Independent, (ulong)index + 1);
            for (var repetition = 0; repetition < repetitions; repetition++)
            {
                var steps = column.Watch((ulong)repetition + 1, BlocksBefore, change);
                var raised = steps.First(step => step.Transition == AlarmTransition.Raised).Block;
                delays[(index * repetitions) + repetition] = raised >= BlocksBefore ? raised - BlocksBefore + 1 : null;
            }
        });
        return [.. delays.OfType<double>()];
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / Math.Max(1, values.Length - 1);
}
