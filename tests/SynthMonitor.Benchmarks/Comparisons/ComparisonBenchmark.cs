using System.Collections.Concurrent;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Benchmarks.Comparisons;

/// <summary>
/// The false alarms of one comparison: in every repetition a reference and, of each size, a sample of the same distribution are drawn anew, and
/// the column's test is made as <c>check</c> makes it. A share of 5 % is right; its standard error at 5,000 repetitions is 0.3 %.
/// </summary>
internal static class ComparisonBenchmark
{
    private const string Heading = "False alarms of one comparison";
    private const double Level = 0.05;

    private static readonly int[] References = [500, 5_000, 100_000];
    private static readonly int[] Samples = [50, 500, 5_000, 50_000];

    public static int Run(Options options)
    {
        var repetitions = options.Number("repetitions", 5_000);
        List<string> lines =
        [
            $"Share of p-values at or below {Level} where nothing differs; {repetitions:N0} comparisons each, standard error "
            + $"{Math.Sqrt(Level * (1 - Level) / repetitions):0.0%}.",
            "",
            $"| column | reference | {string.Join(" | ", Samples.Select(rows => $"{rows:N0} rows"))} | tests |",
            $"|---|---:|{string.Concat(Samples.Select(_ => "---:|"))}---|",
        ];
        foreach (var (column, index) in CleanColumn.All.Select((column, index) => (column, index)))
        {
            foreach (var rows in References.Where(_ => column.Name.Contains(options.Find("column") ?? "", StringComparison.Ordinal)))
            {
                lines.Add(Measure(column, (ulong)index, rows, repetitions));
                System.Console.WriteLine(lines[^1]);
                System.Console.Out.Flush();
            }
        }

        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, Heading, lines);
        }

        return 0;
    }

    private static string Measure(CleanColumn column, ulong key, int referenceRows, int repetitions)
    {
        var (alarms, tests) = (new int[Samples.Length], new ConcurrentDictionary<ColumnTest, int>());
        Parallel.For(0, repetitions, repetition =>
        {
            var drawn = column.Draw(referenceRows, new KeyedRandom(key, (ulong)referenceRows, (ulong)repetition));
            var reference = Reference.From(new Table([drawn]), new ReferenceOptions(KeepsValues: column.KeepsValues));
            for (var size = 0; size < Samples.Length; size++)
            {
                var sample = new Table([column.Draw(Samples[size], new KeyedRandom(key, (ulong)referenceRows, (ulong)repetition, (ulong)size + 1))]);
                var (method, result) = Comparison.TestColumn(reference, sample, 0);
                tests.TryAdd(method.Significance, 0);
                if (result.PValue.Value <= Level)
                {
                    Interlocked.Increment(ref alarms[size]);
                }
            }
        });
        var shares = alarms.Select(count => $"{(double)count / repetitions:0.0%}");
        return $"| {column.Name} | {referenceRows:N0} | {string.Join(" | ", shares)} | {string.Join(", ", tests.Keys.Order().Select(ColumnTests.NameOf))} |";
    }
}
