namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Adwin"/>; the defaults are River's.</summary>
/// <param name="Delta">The significance: smaller means fewer false alarms and later true ones. Between 0 and 1.</param>
/// <param name="Clock">How many values pass between two tests. At least 1.</param>
/// <param name="MaximumBuckets">The most buckets of one size. At least 1.</param>
/// <param name="MinimumWindow">The fewest values on either side of a cut. At least 1.</param>
/// <param name="GracePeriod">The fewest values before the first test. At least 1.</param>
public sealed record AdwinOptions(double Delta = 0.002, int Clock = 32, int MaximumBuckets = 5, int MinimumWindow = 5, int GracePeriod = 10);
