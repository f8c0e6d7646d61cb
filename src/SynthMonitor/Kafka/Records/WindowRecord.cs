using System.Collections.Immutable;

namespace SynthMonitor.Kafka.Records;

/// <summary>The result of one block's window, on <c>windows</c>; written again with the same id and content after a restart.</summary>
public sealed record WindowRecord
{
    /// <summary><c>monitor|epoch|block</c>, with <c>|outcomes</c> behind it for outcome windows.</summary>
    public required string Id { get; init; }

    /// <summary>The monitor.</summary>
    public required string Monitor { get; init; }

    /// <summary>The epoch.</summary>
    public required int Epoch { get; init; }

    /// <summary>The block, by its number; of joined blocks the last.</summary>
    public required long Block { get; init; }

    /// <summary>When the block ended, ISO 8601.</summary>
    public required DateTimeOffset BlockEnd { get; init; }

    /// <summary>What was judged: the distribution of features and scores, or the outcomes that labels revealed.</summary>
    public DriftWindow? Drift { get; init; }

    /// <summary>Outcomes, where this is an outcome window.</summary>
    public OutcomeWindow? Outcomes { get; init; }

    /// <summary>The id of a block's window.</summary>
    public static string IdOf(string monitor, int epoch, long block) => $"{monitor}|{epoch}|{block}";
}

/// <summary>The judgement of features and scores.</summary>
public sealed record DriftWindow
{
    /// <summary>Blocks that were joined for want of rows.</summary>
    public long Joined { get; init; } = 1;

    /// <summary>Rows of the block.</summary>
    public required long Rows { get; init; }

    /// <summary>Fields of a wrong type.</summary>
    public long Faults { get; init; }

    /// <summary>Why there is no verdict, or null.</summary>
    public string? Undefined { get; init; }

    /// <summary>The greatest z of all channels and scales, or null where undefined.</summary>
    public double? Score { get; init; }

    /// <summary>The threshold that keeps the false-alarm budget.</summary>
    public double? Threshold { get; init; }

    /// <summary>Whether an incident is open.</summary>
    public bool Drifted { get; init; }

    /// <summary>Every channel at its most telling scale.</summary>
    public ImmutableArray<ChannelResult> Channels { get; init; } = [];
}

/// <summary>One channel of a window.</summary>
/// <param name="Name">The channel.</param>
/// <param name="Scale">The window's length in blocks.</param>
/// <param name="Z">The balanced score.</param>
/// <param name="Statistic">The two-sample G.</param>
/// <param name="PValue">Its p-value, for this channel and scale alone.</param>
/// <param name="EffectName">What the effect is.</param>
/// <param name="Effect">Its size.</param>
public sealed record ChannelResult(string Name, int Scale, double? Z, double? Statistic, double? PValue, string EffectName, double? Effect);

/// <summary>Realised performance of the judged model version in one block.</summary>
public sealed record OutcomeWindow
{
    /// <summary>The version that is judged, or null where any is.</summary>
    public string? Model { get; init; }

    /// <summary>Joined labels of that version.</summary>
    public required long Labels { get; init; }

    /// <summary>Positive ones among them.</summary>
    public required long Positives { get; init; }

    /// <summary>Wrongly predicted ones among them.</summary>
    public required long Errors { get; init; }

    /// <summary>Area under the ROC curve, or null where undefined.</summary>
    public double? Auc { get; init; }

    /// <summary>Mean log-loss, or null where undefined.</summary>
    public double? LogLoss { get; init; }

    /// <summary>Joined labels of other versions.</summary>
    public long OtherLabels { get; init; }

    /// <summary>The share of errors over the last blocks, or null where undefined.</summary>
    public double? RecentError { get; init; }
}
