using System.Collections.Immutable;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>What a monitor says after a block.</summary>
/// <param name="Block">The block's number.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Score">The greatest z among the channels and windows worth an alarm, 0 where none is; undefined where there is no verdict.</param>
/// <param name="Threshold">The score that raises an alarm.</param>
/// <param name="Channels">Each channel's figures; empty where there is no verdict.</param>
/// <param name="Transition">What the block changed.</param>
/// <param name="Alarm">The alarm that is on, or that this block resolved; else null.</param>
public sealed record MonitorStep(
    long Block,
    long Rows,
    Estimate Score,
    double Threshold,
    ImmutableArray<ChannelStep> Channels,
    AlarmTransition Transition,
    AlarmState? Alarm)
{
    /// <inheritdoc/>
    public bool Equals(MonitorStep? other) =>
        other is not null && Block == other.Block && Rows == other.Rows && Score == other.Score && Threshold.Equals(other.Threshold)
        && Channels.SequenceEqual(other.Channels) && Transition == other.Transition && Equals(Alarm, other.Alarm);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Block, Rows, Score, Transition);
}
