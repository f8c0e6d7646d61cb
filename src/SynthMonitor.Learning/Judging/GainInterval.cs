namespace SynthMonitor.Learning.Judging;

/// <summary>How much better than the champion a candidate is by a metric; positive is better whatever the metric.</summary>
/// <param name="Value">The difference on the holdout.</param>
/// <param name="Lower">The lower end of the interval.</param>
/// <param name="Upper">The upper end of the interval.</param>
public sealed record GainInterval(double Value, double Lower, double Upper);
