using System.Globalization;
using System.Text.Json;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Ingest;
using SynthMonitor.Ingest.Json;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Benchmarks.Ingest;

/// <summary>What the parts of ingest cost for a record, without Kafka: processor time of one thread, the parts in turn.</summary>
internal static class DecodeBenchmark
{
    private const int Records = 20_000;
    private static readonly FeatureInput Input = new() { Topic = "t", Partitions = 1, Key = "id", Time = "ts" };

    public static int Run(Options options)
    {
        var records = Enumerable.Range(0, Records).Select(IngestRecords.Json).ToArray();
        var reference = Reference.From(IngestRecords.Reference(rows: 5000), new ReferenceOptions());
        var decoder = new FeatureDecoder(Input, reference.Schema, reference.Codebook);
        var builder = new RowBatchBuilder("benchmark", 1, new SourcePartition(SourceKind.Features, 0), decoder.Columns);
        var numbers = records.ToDictionary(record => record, record => Numbers(decoder, record));
        var chunk = new ChunkCounter(0, reference.Codebook);
        (string Name, Action Run)[] parts =
        [
            ("Utf8JsonReader: all tokens, GetDouble of numbers", () => Each(records, Tokens)),
            ("decode: fields, numbers, codes", () => Each(records, record => decoder.Decode(record, [], 0))),
            ("count", () => Each(records, _ => chunk.Accept(0, 0, 0, "", decoder.Row.Codes, 0))),
            ("rows: collect, pack, compress", () => Each(records, record => Collect(decoder.Row, numbers[record], builder))),
        ];
        var times = parts.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < options.Number("rounds", 15); round++)
        {
            for (var part = 0; part < parts.Length; part++)
            {
                var start = Environment.CpuUsage.UserTime;
                parts[part].Run();
                times[part].Add((Environment.CpuUsage.UserTime - start).TotalMicroseconds / Records);
            }
        }

        var parser = Median(times[0]);
        for (var part = 0; part < parts.Length; part++)
        {
            var cost = Median(times[part]);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost,6:0.00} µs  {cost / parser,5:0.00} × the parser  {parts[part].Name}"));
        }

        return 0;
    }

    private static void Each(byte[][] records, Action<byte[]> action)
    {
        foreach (var record in records)
        {
            action(record);
        }
    }

    private static void Tokens(byte[] record)
    {
        var reader = new Utf8JsonReader(record);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                reader.GetDouble();
            }
        }
    }

    private static double[] Numbers(FeatureDecoder decoder, byte[] record)
    {
        decoder.Decode(record, [], 0);
        return [.. decoder.Row.Numbers];
    }

    private static void Collect(FeatureRow row, double[] numbers, RowBatchBuilder builder)
    {
        builder.AddFeatures(0, 0, 0, row.Key.Span, row.Score, row.Model, numbers, row.Names);
        if (builder.Rows == 1024)
        {
            builder.Pack();
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
