using System.Collections.Immutable;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Commands.Check;

/// <summary>What a monitor said after a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Step">The verdict.</param>
/// <param name="Windows">What each window that ends with it says about each channel; empty where there is no verdict.</param>
internal sealed record JudgedBlock(RowBlock Block, MonitorStep Step, ImmutableArray<ChannelStep> Windows);
