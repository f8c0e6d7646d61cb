using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>
/// The world that every run of the harness sees: a reference, an epoch, and the source partitions' records, some of them out of order, late,
/// malformed, without key, duplicate or never labelled. Half-way the features move.
/// </summary>
internal sealed class HarnessScenario : IEpochStore
{
    public const string Monitor = "loans";
    public const int FeaturePartitions = 2;
    public const int LabelPartitions = 2;
    private const int Rows = 640;
    private const int RowsPerBlock = 20;
    private const long BlockMilliseconds = 60_000;
    private const long Start = 1_704_067_200_000;

    private HarnessScenario()
    {
        Topics = new InternalTopics(Partitions: 2, RowPartitions: 3);
        Epoch = Load();
        Features = [.. Enumerable.Range(0, FeaturePartitions).Select(_ => new List<byte[]>())];
        Labels = [.. Enumerable.Range(0, LabelPartitions).Select(_ => new List<byte[]>())];
        Generate();
    }

    public static HarnessScenario Instance { get; } = new();

    public InternalTopics Topics { get; }

    public LoadedEpoch Epoch { get; }

    public List<byte[]>[] Features { get; }

    public List<byte[]>[] Labels { get; }

    LoadedEpoch IEpochStore.Load(string digest) => Epoch;

    private static LoadedEpoch Load()
    {
        var reference = Reference.From(ReferenceTable(), new ReferenceOptions(Positive: "1"));
        var epoch = new Epoch
        {
            Monitor = Monitor,
            Number = 1,
            Configuration = "c",
            Reference = "r",
            Features = new FeatureInput
            {
                Topic = "loans.features", Partitions = FeaturePartitions, Key = "id", Time = "ts", Score = "score", ModelVersion = "version",
                LatenessMilliseconds = 30_000,
            },
            Labels = new LabelInput
            {
                Topic = "loans.labels", Partitions = LabelPartitions, Key = "id", Time = "ts", Label = "label",
                LatenessMilliseconds = 30_000, HorizonMilliseconds = 5 * BlockMilliseconds,
            },
            RowPartitions = 3,
            BlockMilliseconds = BlockMilliseconds,
            ChunkRecords = 32,
            MinimumRows = 8,
            MaximumJoin = 4,
            MinimumLabels = 60,
            Positive = "1",
            FalseAlarmsPerBlock = 1.0 / 200,
            RowsPerBlock = RowsPerBlock,
        };
        var calibration = Calibrator.Calibrate(reference, epoch.MonitorOptions, epoch.Seed);
        return new LoadedEpoch(epoch, "digest", reference.With(calibration), calibration);
    }

    private static Table ReferenceTable()
    {
        var random = new KeyedRandom(7);
        var (x, c, score, target) = (new double[600], new string[600], new double[600], new double[600]);
        for (var row = 0; row < x.Length; row++)
        {
            x[row] = random.NextNormal();
            c[row] = "abc"[random.Next(3)].ToString();
            score[row] = Score(x[row]);
            target[row] = random.NextDouble() < score[row] ? 1 : 0;
        }

        return new Table(
        [
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), x),
            NameColumn.From(new ColumnSchema("c", ColumnKind.Categorical), c),
            new NumberColumn(new ColumnSchema("score", ColumnKind.Numeric, ColumnRole.Score), score),
            new NumberColumn(new ColumnSchema("label", ColumnKind.Integer, ColumnRole.Target), target),
        ]);
    }

    private static double Score(double x) => Math.Round(1 / (1 + Math.Exp(-2 * x)), 6);

    private void Generate()
    {
        var random = new KeyedRandom(11);
        for (var row = 0; row < Rows; row++)
        {
            var time = Start + (row * BlockMilliseconds / RowsPerBlock) - (random.Next(10) == 0 ? random.Next(90_000) : random.Next(5_000));
            var x = random.NextNormal() + (row >= Rows / 2 ? 1.5 : 0);
            var text = $$"""{"id":"k{{row}}","ts":{{time}},"x":{{x:R}},"c":"{{"abc"[random.Next(3)]}}","score":{{Score(x):R}},"version":"v1"}""";
            text = random.Next(40) switch
            {
                0 => "{broken",
                1 => $$"""{"ts":{{time}},"x":1}""",
                2 => $$"""{"id":"k{{row}}","ts":{{time}},"x":"text","c":7}""",
                _ => text,
            };
            Features[random.Next(FeaturePartitions)].Add(Encoding.UTF8.GetBytes(text));
            AddLabel(random, row, time + random.Next(200_000), x);
        }

        foreach (var partition in Labels)
        {
            partition.Sort((a, b) => TimeOf(a).CompareTo(TimeOf(b)));
        }
    }

    private void AddLabel(KeyedRandom random, int row, long time, double x)
    {
        var kind = (int)(new KeyedRandom(13, (ulong)row).NextUInt64() % 20);
        if (kind == 0)
        {
            return;
        }

        var late = kind == 1 ? 6 * BlockMilliseconds : 0;
        var label = new KeyedRandom(17, (ulong)row).NextDouble() < Score(x) ? 1 : 0;
        var bytes = Encoding.UTF8.GetBytes($$"""{"id":"k{{row}}","ts":{{time + late}},"label":{{label}}}""");
        var partition = Labels[row % LabelPartitions];
        partition.Add(bytes);
        if (kind == 2)
        {
            partition.Add(bytes);
        }
    }

    private static long TimeOf(byte[] label) => long.Parse(Encoding.UTF8.GetString(label).Split("\"ts\":")[1].Split(',')[0]);
}
