namespace SynthMonitor.Ingest;

/// <summary>How ingest works; none of it changes what it publishes but the idleness records.</summary>
/// <param name="IdleAfter">How long nothing must have come, at the partition's end, before it counts as idle.</param>
/// <param name="EpochInterval">How often the log is asked for a new epoch.</param>
/// <param name="BatchRecords">The most records between two looks at what must be published.</param>
/// <param name="MaximumOpenBlocks">So many blocks with rows may a partition be ahead of the slowest one of the same owner.</param>
internal sealed record IngestSettings(TimeSpan IdleAfter, TimeSpan EpochInterval, int BatchRecords = 10_000, int MaximumOpenBlocks = 64)
{
    public static IngestSettings Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
}
