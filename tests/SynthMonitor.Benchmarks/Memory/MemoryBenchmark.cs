using Microsoft.Extensions.Logging.Abstractions;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Benchmarks.Memory;

/// <summary>
/// What <c>run</c>, with all roles in one process, holds in memory after few and after many records, while it reads the last tenth of each:
/// the median of its working set, and the least of its managed objects, which is what is left after a collection.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Partitions = 2;
    private const int Port = 18089;
    private const double Mebibyte = 1 << 20;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public static async Task<int> RunAsync(Options options)
    {
        if ((options.Find("bootstrap-servers") ?? Environment.GetEnvironmentVariable("SYNTHMONITOR_KAFKA")) is not { } servers)
        {
            System.Console.Error.WriteLine("memory: give --bootstrap-servers or set SYNTHMONITOR_KAFKA");
            return 2;
        }

        int[] stages = [options.Number("few", 1_000_000), options.Number("many", 5_000_000)];
        var folder = Directory.CreateTempSubdirectory("synthmonitor-").FullName;
        var name = $"memory-{Environment.ProcessId}-{Environment.TickCount64}";
        using var log = new KafkaLog(new KafkaProperties(servers), NullLogger.Instance, TimeProvider.System);
        log.Ensure(new TopicSpecification($"{name}-features", Partitions));
        log.Ensure(new TopicSpecification($"{name}-labels", Partitions));
        using var producer = log.CreateProducer();
        var stream = new MemoryStream(producer, $"{name}-features", $"{name}-labels", Partitions);
        MemoryStream.WriteReference(Path.Combine(folder, "reference.csv"), rows: 10_000);
        DaemonUnderLoad.Run(folder, "profile", "reference.csv", "--out", "reference.smref", "--target", "label", "--score", "score");
        File.WriteAllText(Path.Combine(folder, "synthmonitor.yaml"), Configuration(servers, name));

        var (medians, least) = (new List<double>(), new List<double>());
        using (var daemon = new DaemonUnderLoad(folder, "synthmonitor.yaml", Port))
        {
            foreach (var stage in stages)
            {
                var samples = new List<(long Bytes, long Managed)>();
                await FeedAsync(stream, daemon, stage, samples);
                medians.Add(samples.Select(sample => sample.Bytes).Order().ElementAt(samples.Count / 2) / Mebibyte);
                least.Add(samples.Min(sample => sample.Managed) / Mebibyte);
                System.Console.Error.WriteLine($"{stage:#,0} records: {medians[^1]:0} MiB, managed {least[^1]:0} MiB ({samples.Count} looks)");
            }
        }

        Directory.Delete(folder, recursive: true);
        List<string> table =
        [
            $"Working set of `run`, all roles in one process, features and labels of a monitor with 4 watched columns from {2 * Partitions} partitions; blocks of 1,000 rows.",
            "",
            "| records | working set | managed objects |",
            "|---|---|---|",
            .. stages.Select((stage, index) => $"| {stage:#,0} | {medians[index]:0} MiB | {least[index]:0} MiB |"),
            "",
            $"Ratio of the working sets {medians[1] / medians[0]:0.00}, of the managed objects {least[1] / least[0]:0.00}.",
        ];
        table.ForEach(System.Console.WriteLine);
        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, "Memory", table);
        }

        return 0;
    }

    /// <summary>Feeds slightly ahead of the reader, and looks at it during the last tenth.</summary>
    private static async Task FeedAsync(MemoryStream stream, DaemonUnderLoad daemon, int records, List<(long Bytes, long Managed)> samples)
    {
        const int Ahead = 200_000;
        using var timer = new PeriodicTimer(Interval);
        for (var consumed = 0L; consumed < records;)
        {
            stream.FillTo((int)Math.Min(records, consumed + Ahead));
            await timer.WaitForNextTickAsync();
            if (await daemon.LookAsync() is { } look)
            {
                consumed = look.Consumed;
                if (consumed >= records * 0.9)
                {
                    samples.Add((look.Bytes, look.Managed));
                }
            }
        }
    }

    private static string Configuration(string servers, string name) =>
        $$"""
        kafka: { bootstrapServers: "{{servers}}", topicPrefix: "{{name}}." }
        http: { listen: "http://127.0.0.1:{{Port}}" }
        registry: { path: ./models }
        state: { path: ./state }
        monitors:
          - name: applications
            reference: reference.smref
            task: { kind: binary, positive: "1", threshold: 0.5, metric: auc }
            features: { topic: {{name}}-features, key: id, time: ts, score: score, lateness: 5s }
            labels: { topic: {{name}}-labels, key: id, time: ts, label: label, horizon: 1m, lateness: 5s }
            block: 1s
            falseAlarms: 1 per 100000 blocks
        """;
}
