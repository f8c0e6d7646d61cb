using System.Globalization;
using System.Text;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Kafka.Log;

namespace SynthMonitor.Benchmarks.Memory;

/// <summary>Applications that never drift, a thousand a second of event time, each with a label half a minute later.</summary>
internal sealed class MemoryStream(ILogProducer producer, string features, string labels, int partitions)
{
    private const long Start = 1_704_067_200_000;
    private const int LabelDelay = 30_000;
    private int rows;

    /// <summary>The reference as a CSV file.</summary>
    public static void WriteReference(string path, int rows)
    {
        using var file = new StreamWriter(path);
        file.WriteLine("a,b,kind,score,label");
        for (var row = 0; row < rows; row++)
        {
            var one = new Application(1, row);
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{one.A},{one.B},{one.Kind},{one.Score},{one.Label}"));
        }
    }

    /// <summary>Appends rows until the two topics hold so many records.</summary>
    public void FillTo(int records)
    {
        for (; rows * 2 < records; rows++)
        {
            var one = new Application(2, rows);
            Append(features, string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"id":"k{{rows}}","ts":{{Start + rows}},"a":{{one.A}},"b":{{one.B}},"kind":"{{one.Kind}}","score":{{one.Score}}}"""));
            Append(labels, $$"""{"id":"k{{rows}}","ts":{{Start + rows + LabelDelay}},"label":{{one.Label}}}""");
        }

        producer.Flush();
    }

    private void Append(string topic, string json) => producer.Append(new TopicPartition(topic, rows % partitions), [], Encoding.UTF8.GetBytes(json));

    private readonly struct Application
    {
        public Application(ulong seed, int row)
        {
            var random = new KeyedRandom(seed, (ulong)row);
            (A, B, Kind) = (Math.Round(random.NextNormal(), 4), Math.Round(random.NextNormal(), 4), "xyz"[random.Next(3)]);
            Score = Math.Round(1 / (1 + Math.Exp(-A - B)), 6);
            Label = random.NextDouble() < Score ? 1 : 0;
        }

        public double A { get; }

        public double B { get; }

        public char Kind { get; }

        public double Score { get; }

        public int Label { get; }
    }
}
