namespace SynthMonitor.Analyze.Ledger;

/// <summary>A block, or some joined ones, whose counts are final.</summary>
/// <param name="Block">The number of the last one.</param>
/// <param name="Joined">How many blocks were joined.</param>
/// <param name="Counts">Their counts.</param>
/// <param name="IsUndefined">Whether there were too few rows to judge.</param>
internal sealed record ClosedBlock(long Block, long Joined, BlockCounts Counts, bool IsUndefined);
