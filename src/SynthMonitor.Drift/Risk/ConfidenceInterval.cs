namespace SynthMonitor.Drift.Risk;

/// <summary>An interval of values that are compatible with what was seen.</summary>
/// <param name="Lower">The least of them.</param>
/// <param name="Upper">The greatest of them.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>All that a mean of values in 0 … 1 can be.</summary>
    public static ConfidenceInterval Unit { get; } = new(0, 1);

    /// <summary>Whether it holds a value.</summary>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
