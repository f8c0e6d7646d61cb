using SynthMonitor.Data.Randomness;
using SynthMonitor.Drift.Detectors;

namespace SynthMonitor.Benchmarks.Detectors;

/// <summary>
/// How often each detector cries wolf at its defaults: on seeded Bernoulli streams, the share of streams with an alarm within 1,000 and 10,000
/// values, and all values by all alarms.
/// </summary>
internal static class FalseAlarmBenchmark
{
    private static readonly double[] Rates = [0.05, 0.2, 0.5];

    public static int Run(Options options)
    {
        var (streams, values) = (options.Number("streams", 100), options.Number("values", 100_000));
        List<string> lines =
        [
            $"{streams} streams of {values:N0} errors each. Streams with an alarm within 1,000 and within 10,000 values, %, and values per alarm.", "",
            $"| detector | {string.Join(" | ", Rates.Select(rate => $"rate {rate}"))} |",
            $"|---|{string.Concat(Rates.Select(_ => "---|"))}",
        ];
        foreach (var (name, create) in DetectorSet.All)
        {
            lines.Add($"| {name} | {string.Join(" | ", Rates.Select(rate => Measure(create(rate), rate, streams, values)))} |");
        }

        System.Console.Out.WriteLine(string.Join('\n', lines));
        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, "False alarms of the sequential detectors", lines);
        }

        return 0;
    }

    private static string Measure(DetectorOptions options, double rate, int streams, int values)
    {
        var (soon, later, alarms) = (0, 0, 0L);
        for (var stream = 0; stream < streams; stream++)
        {
            var (detector, random, first) = (options.Create(), new KeyedRandom(2026, (ulong)stream), int.MaxValue);
            for (var index = 0; index < values; index++)
            {
                detector.Update(random.NextDouble() < rate ? 1 : 0);
                if (detector.IsDrift)
                {
                    alarms++;
                    first = Math.Min(first, index);
                }
            }

            soon += first < 1_000 ? 1 : 0;
            later += first < 10_000 ? 1 : 0;
        }

        var perAlarm = alarms == 0 ? "no alarm" : $"{(double)streams * values / alarms:N0}";
        return $"{100.0 * soon / streams:F0} / {100.0 * later / streams:F0} / {perAlarm}";
    }
}
