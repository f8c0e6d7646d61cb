namespace SynthMonitor.Drift.Monitoring;

/// <summary>The smallest change of some kind that a monitor can find in one column.</summary>
/// <param name="Kind"><c>mean</c>, <c>scale</c> or <c>unseen</c>.</param>
/// <param name="Size">
/// By how many standard deviations the mean moves; the factor on the standard deviation, above 1; or the share of the rows that bear a new name.
/// Of the columns that can change so, the median. Undefined where there is none, or where no change of reasonable size is found.
/// </param>
/// <param name="Blocks">The blocks after which it is found half the time; 0 where the size is undefined.</param>
public sealed record SmallestShift(string Kind, Estimate Size, int Blocks);
