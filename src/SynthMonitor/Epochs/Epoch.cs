using System.Collections.Immutable;
using System.Numerics;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Epochs;

/// <summary>
/// Everything that the counts and verdicts of a monitor depend on beside its sources. Immutable; named by its digest and stored before it is
/// announced, so that each role folds the same log to the same result.
/// </summary>
public sealed record Epoch
{
    /// <summary>The monitor's name.</summary>
    public required string Monitor { get; init; }

    /// <summary>Its number among the epochs of the monitor, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The digest of the part of the configuration that an epoch rests on: whether the file asks for another one.</summary>
    public required string Configuration { get; init; }

    /// <summary>The digest of the reference, which holds the calibration too.</summary>
    public required string Reference { get; init; }

    /// <summary>The seed of the calibration.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The features' topic and where their fields are.</summary>
    public required FeatureInput Features { get; init; }

    /// <summary>The labels' topic and where their fields are, or null.</summary>
    public LabelInput? Labels { get; init; }

    /// <summary>The partitions of the <c>rows</c> topic.</summary>
    public required int RowPartitions { get; init; }

    /// <summary>The length of a block, milliseconds of event time.</summary>
    public required long BlockMilliseconds { get; init; }

    /// <summary>Records of a chunk.</summary>
    public int ChunkRecords { get; init; } = 4096;

    /// <summary>
    /// The most records that a chunk of rows with so many coded columns may have: a power of two with which the record about it stays below
    /// 512 KiB even if every row lies in a block of its own.
    /// </summary>
    public static int LargestChunk(int columns) => 1 << BitOperations.Log2((uint)Math.Max(1, (1 << 19) / (4 * (columns + 4))));

    /// <summary>How far an event time may lie ahead of the log's timestamp, milliseconds.</summary>
    public long FutureMilliseconds { get; init; } = 3_600_000;

    /// <summary>A window of fewer rows is joined with the next block.</summary>
    public int MinimumRows { get; init; } = 30;

    /// <summary>The most blocks that are joined before the window counts as undefined.</summary>
    public int MaximumJoin { get; init; } = 12;

    /// <summary>Labels since the onset at which the diagnosis of an incident is mature.</summary>
    public int MinimumLabels { get; init; } = 500;

    /// <summary>The label that counts as positive.</summary>
    public required string Positive { get; init; }

    /// <summary>The score from which on a row is predicted positive.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>False alarms for each block that the whole monitor may raise.</summary>
    public required double FalseAlarmsPerBlock { get; init; }

    /// <summary>Rows of a typical block, for which thresholds are calibrated.</summary>
    public required int RowsPerBlock { get; init; }

    /// <summary>How the drift monitor works.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public MonitorOptions MonitorOptions => new(new FalseAlarmBudget(FalseAlarmsPerBlock), RowsPerBlock) { MinimumRows = MinimumRows };

    /// <summary>The model version whose scores are judged; null where any is.</summary>
    public string? Model { get; init; }

    /// <summary>
    /// The model version under which a row is counted: its own where it is the judged one, else empty. So records can name as many versions
    /// as they like, and there are never more than two sets of counts.
    /// </summary>
    public string CountedModel(string version) => version == Model ? version : "";
}

/// <summary>Where feature records come from.</summary>
public sealed record FeatureInput
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Its partitions.</summary>
    public required int Partitions { get; init; }

    /// <summary>The path of the key field; null for the record's own key.</summary>
    public string? Key { get; init; }

    /// <summary>The path of the event time; null for the log's timestamp.</summary>
    public string? Time { get; init; }

    /// <summary>The path of the score, or null.</summary>
    public string? Score { get; init; }

    /// <summary>The path of the model version, or null.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>How late a row may come, milliseconds.</summary>
    public long LatenessMilliseconds { get; init; } = 60_000;

    /// <summary>The path of each column that is not found by its own name.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Where labels come from.</summary>
public sealed record LabelInput
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Its partitions.</summary>
    public required int Partitions { get; init; }

    /// <summary>The path of the key field; null for the record's own key.</summary>
    public string? Key { get; init; }

    /// <summary>The path of the event time; null for the log's timestamp.</summary>
    public string? Time { get; init; }

    /// <summary>The path of the label.</summary>
    public required string Label { get; init; }

    /// <summary>How late a label may come against other labels, milliseconds.</summary>
    public long LatenessMilliseconds { get; init; } = 3_600_000;

    /// <summary>How long after its prediction a label still counts, milliseconds.</summary>
    public long HorizonMilliseconds { get; init; } = 7L * 24 * 3_600_000;

    /// <summary>The most predictions that wait for their label, in each <c>rows</c> partition.</summary>
    public int MaximumPending { get; init; } = 1_000_000;
}
