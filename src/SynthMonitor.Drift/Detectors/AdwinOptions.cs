namespace SynthMonitor.Drift.Detectors;

/// <summary>Options of <see cref="Adwin"/>; the defaults are River's.</summary>
/// <param name="Delta">The significance: smaller means fewer false alarms and later true ones. Between 0 and 1.</param>
/// <param name="Clock">How many values pass between two tests. At least 1.</param>
/// <param name="MaximumBuckets">The most buckets of one size. 1 … 1,024.</param>
/// <param name="MinimumWindow">The fewest values on either side of a cut. At least 1.</param>
/// <param name="GracePeriod">The fewest values before the first test. At least 1.</param>
/// <param name="KeepsNewer">
/// Whether the newer part of the window stays after a change, as in MOA, so that one change is often a run of alarms; else the next value
/// begins a new window, as in River.
/// </param>
public sealed record AdwinOptions(
    double Delta = 0.002, int Clock = 32, int MaximumBuckets = 5, int MinimumWindow = 5, int GracePeriod = 10, bool KeepsNewer = false)
    : DetectorOptions
{
    private const int MostBuckets = 1024;

    /// <inheritdoc/>
    public override IEnumerable<string> Validate() =>
    [
        .. Between(0, 1, Delta, "delta"),
        .. AtLeast(1, Clock, "clock"),
        .. Require(MaximumBuckets is >= 1 and <= MostBuckets, $"maximum buckets: {MaximumBuckets}; expected 1 … {MostBuckets}"),
        .. AtLeast(1, MinimumWindow, "minimum window"),
        .. AtLeast(1, GracePeriod, "grace period"),
    ];

    /// <inheritdoc/>
    public override IStreamDetector Create() => new Adwin(this);
}
