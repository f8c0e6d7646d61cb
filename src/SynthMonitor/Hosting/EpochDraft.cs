using System.Text.Json;
using SynthMonitor.Configuration;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;
using SynthMonitor.Epochs;

namespace SynthMonitor.Hosting;

/// <summary>The epoch that a monitor's configuration asks for.</summary>
internal sealed class EpochDraft
{
    private readonly Epoch draft;
    private readonly Reference reference;

    /// <summary>Drafts it.</summary>
    /// <param name="monitor">The monitor's configuration.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="featurePartitions">Partitions of the features' topic.</param>
    /// <param name="labelPartitions">Partitions of the labels' topic.</param>
    /// <param name="rowPartitions">Partitions of <c>rows</c>.</param>
    public EpochDraft(MonitorConfiguration monitor, Reference reference, int featurePartitions, int labelPartitions, int rowPartitions)
    {
        this.reference = reference = reference.ForCounts();
        var epoch = new Epoch
        {
            Monitor = monitor.Name,
            Number = 0,
            Configuration = "",
            Reference = reference.Digest,
            Features = Features(monitor.Features, featurePartitions),
            Labels = monitor.Labels is { } labels ? Labels(labels, labelPartitions) : null,
            RowPartitions = rowPartitions,
            BlockMilliseconds = (long)monitor.Block.TotalMilliseconds,
            ChunkRecords = Math.Min(monitor.Chunk, Epoch.LargestChunk(reference.Codebook.Columns.Length)),
            FutureMilliseconds = (long)monitor.FutureTolerance.TotalMilliseconds,
            MinimumRows = monitor.MinimumRows,
            MaximumJoin = monitor.MaxJoin,
            MinimumLabels = (monitor.Respond ?? new RespondConfiguration()).MinimumLabels,
            Positive = monitor.Task.Positive,
            Threshold = monitor.Task.Threshold,
            FalseAlarmsPerBlock = FalseAlarmBudget.Parse(monitor.FalseAlarms, monitor.Block).PerBlock,
            RowsPerBlock = monitor.RowsPerBlock,
        };
        draft = epoch with { Configuration = SealedFile.Digest(JsonSerializer.SerializeToUtf8Bytes(epoch)) };
    }

    /// <summary>The digest of what the epoch rests on: whether the configuration asks for another one.</summary>
    public string Configuration => draft.Configuration;

    /// <summary>Stores the epoch under a number, calibrated, and gives its digest.</summary>
    public string Store(EpochStore store, int number)
    {
        var calibration = reference.CalibrationFor(draft.MonitorOptions, draft.Seed)
            ?? Calibrator.Calibrate(reference, draft.MonitorOptions, draft.Seed);
        return store.Put(draft with { Number = number, Reference = store.Put(reference.With(calibration)) });
    }

    private static FeatureInput Features(FeaturesConfiguration features, int partitions) => new()
    {
        Topic = features.Topic,
        Partitions = partitions,
        Key = features.Key,
        Time = features.Time,
        Score = features.Score,
        ModelVersion = features.ModelVersion,
        LatenessMilliseconds = (long)features.Lateness.TotalMilliseconds,
        Columns = features.Columns,
    };

    private static LabelInput Labels(LabelsConfiguration labels, int partitions) => new()
    {
        Topic = labels.Topic,
        Partitions = partitions,
        Key = labels.Key,
        Time = labels.Time,
        Label = labels.Label,
        LatenessMilliseconds = (long)labels.Lateness.TotalMilliseconds,
        HorizonMilliseconds = (long)labels.Horizon.TotalMilliseconds,
    };
}
