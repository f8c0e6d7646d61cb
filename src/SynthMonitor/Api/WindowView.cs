using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>The judgement of one block's features and scores, as the API shows it.</summary>
/// <param name="Id">The window's id: <c>monitor|epoch|block</c>.</param>
/// <param name="Monitor">The monitor.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Block">The block's number.</param>
/// <param name="End">Where the block ends, in event time.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Score">The greatest score of any channel, or null where there is no verdict.</param>
/// <param name="Threshold">The score that raises an alarm, or null where there is no verdict.</param>
/// <param name="Alarm">Whether an alarm is on after the block.</param>
/// <param name="Reason">Why there is no verdict, or null where there is one.</param>
/// <param name="Channels">The channels, the greatest score first.</param>
public sealed record WindowView(
    string Id,
    string Monitor,
    int Epoch,
    long Block,
    DateTimeOffset End,
    long Rows,
    double? Score,
    double? Threshold,
    bool Alarm,
    string? Reason,
    ImmutableArray<ChannelView> Channels);

/// <summary>One channel of a window.</summary>
/// <param name="Name">The column.</param>
/// <param name="Score">Its score, or null where it is undefined.</param>
/// <param name="Effect">How much it moved, or null where it is undefined.</param>
/// <param name="Scale">The length of the window, in blocks.</param>
public sealed record ChannelView(string Name, double? Score, double? Effect, int Scale);
