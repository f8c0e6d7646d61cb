using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>The world that every run of the harness sees: a reference, two epochs that differ in nothing but their number, and the sources.</summary>
internal sealed class HarnessScenario : IEpochStore
{
    public const string Monitor = "loans";
    public const int FeaturePartitions = 3;
    public const int LabelPartitions = 2;
    public const int RowsPerBlock = 20;
    public const long BlockMilliseconds = 60_000;
    public const long Lateness = 30_000;
    public const long Horizon = 5 * BlockMilliseconds;
    public const long Start = 1_704_067_200_000;

    private readonly LoadedEpoch[] epochs;

    private HarnessScenario()
    {
        var reference = Reference.From(ReferenceTable(), new ReferenceOptions(Positive: "1"));
        var calibration = Calibrator.Calibrate(reference, EpochOf(1).MonitorOptions, EpochOf(1).Seed);
        epochs = [.. new[] { 1, 2 }.Select(number => new LoadedEpoch(EpochOf(number), DigestOf(number), reference.With(calibration), calibration))];
    }

    public static HarnessScenario Instance { get; } = new();

    public InternalTopics Topics { get; } = new(Partitions: 2, RowPartitions: 3);

    public HarnessSources Sources { get; } = new();

    public static string DigestOf(int epoch) => $"digest {epoch}";

    public LoadedEpoch Load(string digest) => epochs.Single(epoch => epoch.Digest == digest);

    private static Epoch EpochOf(int number) => new()
    {
        Monitor = Monitor,
        Number = number,
        Configuration = "c",
        Reference = "r",
        Features = new FeatureInput
        {
            Topic = "loans.features", Partitions = FeaturePartitions, Key = "id", Time = "ts", Score = "score", ModelVersion = "version",
            LatenessMilliseconds = Lateness,
        },
        Labels = new LabelInput
        {
            Topic = "loans.labels", Partitions = LabelPartitions, Key = "id", Time = "ts", Label = "label",
            LatenessMilliseconds = Lateness, HorizonMilliseconds = Horizon,
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

    private static Table ReferenceTable()
    {
        var random = new KeyedRandom(7);
        var (x, c, score, target) = (new double[600], new string[600], new double[600], new double[600]);
        for (var row = 0; row < x.Length; row++)
        {
            x[row] = random.NextNormal();
            c[row] = "abc"[random.Next(3)].ToString();
            score[row] = HarnessSources.Score(x[row]);
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
}
