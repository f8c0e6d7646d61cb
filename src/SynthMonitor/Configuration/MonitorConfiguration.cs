namespace SynthMonitor.Configuration;

/// <summary>What is watched, and how: one model with its streams of features and labels.</summary>
public sealed record MonitorConfiguration
{
    /// <summary>The monitor's name: lower-case letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, at most 64.</summary>
    public required string Name { get; init; }

    /// <summary>The file of the reference that the stream is compared with, made by <c>synthmonitor profile</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What the model predicts.</summary>
    public required TaskConfiguration Task { get; init; }

    /// <summary>The stream of features and predictions.</summary>
    public required FeaturesConfiguration Features { get; init; }

    /// <summary>The stream of labels, or null where there is none: then only the data are watched.</summary>
    public LabelsConfiguration? Labels { get; init; }

    /// <summary>The span of event time that is judged at once. 1 s … 30 d. Default 5 m.</summary>
    public TimeSpan Block { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The budget of false alarms, such as <c>1 per 30d</c> or <c>1 per 5000 blocks</c>.
    /// See <see cref="Drift.Monitoring.FalseAlarmBudget"/>. Default <c>1 per 30d</c>.
    /// </summary>
    public string FalseAlarms { get; init; } = "1 per 30d";

    /// <summary>How many rows a block usually has: what thresholds are calibrated for. 1 … 10,000,000. Default 200.</summary>
    public int RowsPerBlock { get; init; } = 200;

    /// <summary>Blocks with fewer rows are joined with the next. 1 … 10,000,000. Default 50.</summary>
    public int MinimumRows { get; init; } = 50;

    /// <summary>How many blocks are joined at most before the verdict is undefined. 1 … 1,000. Default 12.</summary>
    public int MaxJoin { get; init; } = 12;

    /// <summary>How many records of a source partition make a chunk of the ledger. 256 … 65,536. Default 4,096.</summary>
    public int Chunk { get; init; } = 4096;

    /// <summary>How long the end of a partition must have been reached before it counts as idle. 1 s … 1 d. Default 30 s.</summary>
    public TimeSpan IdleAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many blocks a partition may be ahead of the slowest before it is paused. 2 … 10,000. Default 64.</summary>
    public int MaxOpenBlocks { get; init; } = 64;

    /// <summary>How far an event time may lie after the record's Kafka timestamp. 0 s … 30 d. Default 5 m.</summary>
    public TimeSpan FutureTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many records of an internal topic lie between two snapshots. 10 … 10,000,000. Default 1,000.</summary>
    public int SnapshotEvery { get; init; } = 1000;

    /// <summary>How an incident is answered, or null where it is only reported.</summary>
    public RespondConfiguration? Respond { get; init; }
}
