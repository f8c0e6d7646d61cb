using System.Diagnostics;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Detectors;
using SynthMonitor.Drift.LabelFree;

namespace SynthMonitor.Benchmarks.Detectors;

/// <summary>What an update of each detector costs, and what estimating performance without labels does.</summary>
internal static class DetectorBenchmark
{
    private const int Rounds = 5;
    private const double Rate = 0.2;

    public static int Run(Options options)
    {
        var count = options.Number("values", 2_000_000);
        var values = Errors(count);
        List<string> lines = ["Best of five rounds, one thread, errors at a rate of 0.2.", "", "| detector | ns an update |", "|---|---|"];
        foreach (var (name, create) in DetectorSet.All)
        {
            lines.Add($"| {name} | {Best(() => Feed(create(Rate).Create(), values)) * 1e9 / count:F0} |");
        }

        var rows = Rows(1_000_000);
        var estimator = Cbpe.Fit(Rows(50_000), new CbpeOptions(5000, ConfusionNormalization.All));
        lines.AddRange(["", $"CBPE of 1,000,000 rows, all metrics: {Best(() => estimator.Estimate(rows)):F2} s."]);
        System.Console.Out.WriteLine(string.Join('\n', lines));
        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, "Sequential detectors", lines);
        }

        return 0;
    }

    private static void Feed(IStreamDetector detector, double[] values)
    {
        foreach (var value in values)
        {
            detector.Update(value);
        }
    }

    private static double Best(Action action) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    });

    private static double[] Errors(int count)
    {
        var random = new KeyedRandom(1);
        var values = new double[count];
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextDouble() < Rate ? 1 : 0;
        }

        return values;
    }

    private static BinaryRows Rows(int count)
    {
        var random = new KeyedRandom(2, (ulong)count);
        var (scores, predictions, labels) = (new double[count], new bool[count], new bool[count]);
        for (var row = 0; row < count; row++)
        {
            scores[row] = random.NextDouble();
            predictions[row] = scores[row] >= 0.5;
            labels[row] = random.NextDouble() < scores[row] * scores[row];
        }

        return new(scores, predictions, labels);
    }
}
