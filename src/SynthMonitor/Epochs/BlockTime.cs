namespace SynthMonitor.Epochs;

/// <summary>Blocks of event time: block <c>b</c> holds the times in <c>[b·length, (b+1)·length)</c>.</summary>
/// <param name="Milliseconds">The length of a block.</param>
public readonly record struct BlockTime(long Milliseconds)
{
    /// <summary>The block of a time.</summary>
    public long Of(long time) => time >= 0 ? time / Milliseconds : ((time + 1) / Milliseconds) - 1;

    /// <summary>The time at which a block ends (exclusive).</summary>
    public long EndOf(long block) => (block + 1) * Milliseconds;

    /// <summary>The time at which a block begins.</summary>
    public long StartOf(long block) => block * Milliseconds;

    /// <summary>Whether a block has ended at or before a watermark.</summary>
    public bool HasEnded(long block, long watermark) => watermark != long.MinValue && EndOf(block) <= watermark;

    /// <summary>The watermark that a greatest event time leaves: it less the lateness.</summary>
    public static long Watermark(long maximumTime, long lateness) => maximumTime == long.MinValue ? long.MinValue : maximumTime - lateness;
}
