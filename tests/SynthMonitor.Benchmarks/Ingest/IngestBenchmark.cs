using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SynthMonitor.Kafka.Client;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>
/// Processor time of the whole process for each record, of ingest and of a bare loop over the same topic, in turn. The medians are compared.
/// </summary>
internal static class IngestBenchmark
{
    private const int Partitions = 4;

    public static int Run(Options options)
    {
        var servers = options.Find("bootstrap-servers") ?? Environment.GetEnvironmentVariable("SYNTHMONITOR_KAFKA");
        if (servers is null)
        {
            System.Console.Error.WriteLine("ingest: give --bootstrap-servers or set SYNTHMONITOR_KAFKA");
            return 2;
        }

        var (records, rounds) = (options.Number("records", 1_000_000), options.Number("rounds", 5));
        var topic = $"benchmark-{Environment.ProcessId}-{Environment.TickCount64}";
        var bytes = Fill(servers, topic, IngestMeasurement.Needed(records));
        var (bare, ingest) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(Measure("bare", servers, topic, records, round));
            ingest.Add(Measure("ingest", servers, topic, records, round));
            System.Console.Error.WriteLine($"round {round + 1}: bare {bare[^1].Processor:0.00} µs, ingest {ingest[^1].Processor:0.00} µs");
        }

        var table = Table(bare, ingest, records, bytes);
        table.ForEach(System.Console.WriteLine);
        if (options.Find("write") is { } file)
        {
            MarkdownSection.Write(file, "Ingest", table);
        }

        return 0;
    }

    /// <summary>Writes the records, spread over the partitions, and gives their mean length.</summary>
    private static double Fill(string servers, string topic, int count)
    {
        using var log = new KafkaLog(new KafkaProperties(servers), NullLogger.Instance, TimeProvider.System);
        log.Ensure(new TopicSpecification(topic, Partitions));
        using var producer = log.CreateProducer();
        var bytes = 0L;
        for (var row = 0; row < count; row++)
        {
            var record = IngestRecords.Json(row);
            bytes += record.Length;
            producer.Append(new TopicPartition(topic, row % Partitions), [], record);
        }

        producer.Flush();
        return bytes / (double)count;
    }

    private static Cost Measure(string loop, string servers, string topic, int records, int round)
    {
        string[] arguments =
        [
            IngestMeasurement.Command, "--loop", loop, "--bootstrap-servers", servers, "--topic", topic, "--partitions", $"{Partitions}",
            "--records", $"{records}", "--prefix", $"{topic}-{round}.",
        ];
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var numbers = child.StandardOutput.ReadToEnd().Split(' ');
        child.WaitForExit();
        return numbers is [var processor, var wall]
            ? new Cost(double.Parse(processor, CultureInfo.InvariantCulture), double.Parse(wall, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"the measurement of '{loop}' ended with code {child.ExitCode}");
    }

    private static List<string> Table(List<Cost> bare, List<Cost> ingest, int records, double bytes)
    {
        var (low, high) = (Median(bare.Select(cost => cost.Processor)), Median(ingest.Select(cost => cost.Processor)));
        return
        [
            $"JSON records with a key, a time and {IngestRecords.Features} numeric features, {bytes:0} bytes; {records:#,0} records a run after a warm-up,",
            $"median (least to greatest) of {bare.Count} runs of each in turn; {Environment.ProcessorCount} processors, .NET {Environment.Version}.",
            "",
            "| | processor time a record | wall time a record |",
            "|---|---|---|",
            Row("bare Confluent.Kafka loop", bare),
            Row("ingest", ingest),
            "",
            $"Ratio bare to ingest: {low / high:0.00}.",
        ];
    }

    private static string Row(string name, List<Cost> costs) => $"| {name} | {Spread(costs.Select(cost => cost.Processor))} | {Spread(costs.Select(cost => cost.Wall))} |";

    private static string Spread(IEnumerable<double> values) => $"{Median(values):0.00} µs ({values.Min():0.00} to {values.Max():0.00})";

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private readonly record struct Cost(double Processor, double Wall);
}
