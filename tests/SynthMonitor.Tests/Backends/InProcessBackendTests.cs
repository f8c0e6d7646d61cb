using SynthMonitor.Backends;
using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.Registry;
using SynthMonitor.Respond;

namespace SynthMonitor.Tests.Backends;

/// <summary>1,600 labelled rows, 100 to a block; from block 6 on the label follows the opposite of what the champion's score says.</summary>
public sealed class InProcessBackendTests : IDisposable
{
    private const int Rows = 1600;
    private const int OnsetBlock = 6;
    private const int RowsPerBlock = 100;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backend");
    private readonly RowsOnLog log = new();
    private readonly EpochStore store;
    private readonly FileRegistry registry;
    private readonly string digest;

    public InProcessBackendTests()
    {
        store = new EpochStore(Path.Combine(folder.FullName, "state"));
        registry = new FileRegistry(Path.Combine(folder.FullName, "models"));
        digest = StoreEpoch();
        var random = new KeyedRandom(5);
        var (predictions, labels) = (new List<PredictionRow>(), new List<LabelRow>());
        for (var row = 0; row < Rows; row++)
        {
            var (x, time) = (random.NextNormal(), row * 10L);
            var isPositive = random.NextDouble() < Score(row < OnsetBlock * RowsPerBlock ? x : -x);
            predictions.Add(new PredictionRow(row, time, $"k{row}", x, "abc"[random.Next(3)].ToString(), Score(x)));
            labels.Add(new LabelRow(row, time, $"k{row}", isPositive ? "1" : "0"));
        }

        log.Predictions(predictions);
        log.Labels(labels);
    }

    public void Dispose()
    {
        log.Dispose();
        folder.Delete(recursive: true);
    }

    private static double Score(double x) => 1 / (1 + Math.Exp(-4 * x));

    private string StoreEpoch()
    {
        var random = new KeyedRandom(7);
        double[] x = [.. Enumerable.Range(0, 600).Select(_ => random.NextNormal())];
        var reference = Reference.From(
            new Table(
            [
                new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), x),
                NameColumn.From(new ColumnSchema("c", ColumnKind.Categorical), x.Select((_, row) => "abc"[row % 3].ToString())),
                new NumberColumn(new ColumnSchema("y", ColumnKind.Integer, ColumnRole.Target), [.. x.Select(value => value > 0 ? 1.0 : 0)]),
            ]),
            new ReferenceOptions(Positive: "1"));
        var epoch = new Epoch
        {
            Monitor = RowsOnLog.Monitor,
            Number = 1,
            Configuration = "c",
            Reference = "",
            Features = new FeatureInput { Topic = "loans.features", Partitions = 1 },
            RowPartitions = RowsOnLog.Topics.RowPartitions,
            BlockMilliseconds = 10 * RowsPerBlock,
            Positive = "1",
            FalseAlarmsPerBlock = 1.0 / 50,
            RowsPerBlock = RowsPerBlock,
            Model = "v1",
        };
        var calibration = Calibrator.Calibrate(reference, epoch.MonitorOptions, epoch.Seed, null, TestContext.Current.CancellationToken);
        return store.Put(epoch with { Reference = store.Put(reference.With(calibration)) });
    }

    private ResponseRequest Request(long block, long onset = OnsetBlock) => new(
        new IncidentRecord
        {
            Id = "loans|1|drift|8",
            Monitor = RowsOnLog.Monitor,
            Kind = IncidentRecord.Drift,
            Epoch = 1,
            Revision = 1,
            Severity = "warning",
            OnsetBlock = onset,
            RaisedBlock = onset + 2,
            Diagnosis = "concept",
            Columns = [new IncidentColumn("x", 1, 0.4, [])],
            Block = block,
        },
        store.Load(digest).Epoch, digest, block, [.. log.Ends], null);

    private async Task<ResponseResult> Run(ResponseRequest request) => await new InProcessBackend(
        new RowReader(log.Log, RowsOnLog.Topics), store, registry, new BackendSettings(TimeSpan.FromDays(1), 0.4), TimeProvider.System)
        .RunAsync(request, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_changed_concept_is_learnt_judged_on_real_rows_and_followed_by_an_epoch_of_the_rows_since()
    {
        var result = await Run(Request(block: 15));
        Assert.Equal("promote", result.Verdict);
        Assert.True(result.Figures["championAuc"] < 0.3 && result.Figures["challengerAuc"] > 0.7, string.Join(", ", result.Figures));
        Assert.True(result.Figures["championError"] > 0.5 && result.Figures["challengerError"] < 0.5, string.Join(", ", result.Figures));

        // Two fifths of the 1,000 real rows since the onset, whatever was synthesized from the others.
        Assert.Equal(400, result.Figures["holdoutRows"]);
        Assert.True(result.Figures["syntheticRows"] > 0, string.Join(", ", result.Figures));

        var card = registry.Card(result.Model!)!;
        Assert.Equal(("loans|1|drift|8", 1000L), (card.Trigger, card.DataWindow!.Rows));
        var next = store.Load(result.NextEpoch!);
        Assert.Equal((2, NextEpoch.VersionOf(result.Model!)), (next.Epoch.Number, next.Epoch.Model));
        Assert.Null(next.Reference.Schema.WithRole(ColumnRole.Score));
        Assert.Equal("y", next.Reference.Schema.WithRole(ColumnRole.Target)!.Name);
        Assert.Equal(store.Load(digest).Epoch with { Number = 2, Model = next.Epoch.Model, Reference = next.Epoch.Reference }, next.Epoch);
    }

    [Theory]
    [InlineData(7, OnsetBlock, "200 labelled rows since the onset")]
    [InlineData(15, 0, "0 labelled rows before the onset")]
    public async Task Too_few_labelled_rows_are_an_error_and_no_empty_training_set(long block, long onset, string expected)
    {
        var fault = await Assert.ThrowsAsync<InputException>(() => Run(Request(block, onset)));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_epoch_after_a_rollback_is_that_of_before_under_another_number()
    {
        var backend = new InProcessBackend(
            new RowReader(log.Log, RowsOnLog.Topics), store, registry, new BackendSettings(TimeSpan.FromDays(1), 0.4), TimeProvider.System);
        var (before, after) = (store.Load(digest).Epoch, store.Load(backend.EpochAfterRollback(digest, 3)).Epoch);
        Assert.Equal(before with { Number = 3 }, after);
    }
}
