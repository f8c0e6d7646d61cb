using SynthMonitor.Backends;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;
using SynthMonitor.Demo.Streams.Agrawal;
using SynthMonitor.Demo.Streams.Events;
using SynthMonitor.Demo.Streams.Injection;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Learning.Models;
using SynthMonitor.Learning.Registry;
using SynthMonitor.Learning.Tasks;
using SynthMonitor.Learning.Training;

namespace SynthMonitor.Demo;

/// <summary>
/// What a demo starts from: a source of rows, a champion trained on the first half of the reference rows, and an epoch whose reference is the
/// second half as the champion scores it, so that the reference's scores are none of rows that it was trained on.
/// </summary>
internal sealed class DemoWorld
{
    /// <summary>The monitor's name.</summary>
    public const string Monitor = "loans";

    /// <summary>The partitions of the features' and of the labels' topic.</summary>
    public const int SourcePartitions = 2;

    private const int BuiltInReferenceRows = 20_000;
    private static readonly FalseAlarmBudget Budget = FalseAlarmBudget.Parse("1 per 30d", Clock.Block);

    private DemoWorld(IDemoSource source, string change, TrainedModel champion, Epoch epoch, EpochStore store, FileRegistry registry, DemoRecords records)
    {
        (Source, Change, Champion, Epoch, Store, Registry, Records) = (source, change, champion, epoch, store, registry, records);
    }

    /// <summary>Block span and rows per block.</summary>
    public static EventClock Clock => EventClock.Default;

    /// <summary>The rows to stream, past the reference.</summary>
    public IDemoSource Source { get; }

    /// <summary>What changes in the stream and since when, in words.</summary>
    public string Change { get; }

    /// <summary>The first champion.</summary>
    public TrainedModel Champion { get; }

    /// <summary>The first epoch, but for its number.</summary>
    public Epoch Epoch { get; }

    /// <summary>The shared store.</summary>
    public EpochStore Store { get; }

    /// <summary>The registry.</summary>
    public FileRegistry Registry { get; }

    /// <summary>Turns rows into records.</summary>
    public DemoRecords Records { get; }

    /// <summary>The shared topics.</summary>
    public static InternalTopics Topics { get; } = new();

    /// <summary>Prepares a demo.</summary>
    /// <param name="options">What it shows.</param>
    /// <param name="folder">Where store and registry are kept.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The file, its target or the drift cannot be used.</exception>
    public static DemoWorld Prepare(DemoOptions options, string folder, IProgress<string> progress, CancellationToken cancellation)
    {
        var original = Open(options);
        var referenceRows = options.ReferenceRows ?? DefaultReferenceRows(original);
        var (source, drift) = DriftedSource.Create(original, options.Drift, referenceRows, options.Seed);
        progress.Report($"reading {referenceRows:N0} reference rows");
        var rows = source.Read(referenceRows);
        var half = rows.Rows / 2;
        progress.Report($"training the champion on the first {half:N0} of them");
        var task = LearningTask.Binary(source.Target, source.Positive);
        var champion = new LightGbmTrainer().Train(new TrainingSet(task, WithRoles(rows.Slice(0, half), source.Target)), options.Seed, cancellation);
        var store = new EpochStore(Path.Combine(folder, "state"));
        var registry = new FileRegistry(Path.Combine(folder, "models"));
        registry.Promote(Monitor, registry.Store(champion, Card(task, champion)), cancellationToken: cancellation);
        var records = new DemoRecords(source.Schema, Monitor.TrimEnd('s'), Clock);
        progress.Report("calibrating the monitor for one false alarm in 30 days");
        var epoch = Calibrated(Describe(options, records.Fields, champion, source.Positive), Reference(rows.Slice(half, rows.Rows - half), source, champion, records.Fields), store, cancellation);
        return new DemoWorld(source, DemoTexts.Of(options.Drift, drift), champion, epoch, store, registry, records);
    }

    private static IDemoSource Open(DemoOptions options)
    {
        if (options.Data is not { } file)
        {
            return new AgrawalSource(options.Seed, new AgrawalOptions());
        }

        var target = options.Target ?? throw new InputException(null, null, null, "--data without --target", "the column that the model predicts");
        return TableSource.Open(TableFile.Read(file), target, [.. options.Ignored], file);
    }

    private static int DefaultReferenceRows(IDemoSource source) =>
        source.Rows is { } rows ? (int)Math.Min(BuiltInReferenceRows, rows / 3) : BuiltInReferenceRows;

    private static Table WithRoles(Table rows, string target) => rows.As(rows.Schema.SetRole(target, ColumnRole.Target));

    private static Reference Reference(Table rows, IDemoSource source, TrainedModel champion, RecordFields fields)
    {
        var table = WithRoles(rows, source.Target)
            .With(new NumberColumn(new ColumnSchema(fields.Score, ColumnKind.Numeric, ColumnRole.Score), champion.Score(rows)));
        return SynthMonitor.Drift.References.Reference.From(table, new ReferenceOptions(Positive: source.Positive));
    }

    private static Epoch Describe(DemoOptions options, RecordFields fields, TrainedModel champion, string positive) => new()
    {
        Monitor = Monitor,
        Number = 1,
        Configuration = "demo",
        Reference = "",
        Seed = options.Seed,
        Features = new FeatureInput
        {
            Topic = $"{Monitor}.features",
            Partitions = SourcePartitions,
            Key = fields.Id,
            Time = fields.Time,
            Score = fields.Score,
            ModelVersion = fields.Version,
            LatenessMilliseconds = 0,
        },
        Labels = new LabelInput
        {
            Topic = $"{Monitor}.labels",
            Partitions = SourcePartitions,
            Key = fields.Id,
            Time = fields.Time,
            Label = fields.Label,
            LatenessMilliseconds = 0,
            HorizonMilliseconds = 20 * (long)Clock.Block.TotalMilliseconds,
        },
        RowPartitions = Topics.RowPartitions,
        BlockMilliseconds = (long)Clock.Block.TotalMilliseconds,
        MinimumLabels = 1500,
        Positive = positive,
        FalseAlarmsPerBlock = Budget.PerBlock,
        RowsPerBlock = Clock.RowsPerBlock,
        Model = NextEpoch.VersionOf(champion.Digest),
    };

    private static Epoch Calibrated(Epoch epoch, Reference reference, EpochStore store, CancellationToken cancellation)
    {
        var calibration = Calibrator.Calibrate(reference, epoch.MonitorOptions, epoch.Seed, null, cancellation);
        return epoch with { Reference = store.Put(reference.With(calibration)) };
    }

    private static ModelCard Card(LearningTask task, TrainedModel champion) => new()
    {
        Monitor = Monitor,
        Trainer = champion.Trainer,
        Recipe = "reference",
        Task = task,
        CreatedAt = Clock.Start,
    };
}
