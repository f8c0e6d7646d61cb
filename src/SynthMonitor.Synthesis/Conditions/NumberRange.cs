namespace SynthMonitor.Synthesis.Conditions;

/// <summary>The numbers from a smallest to a greatest one.</summary>
/// <param name="Minimum">The smallest number in the range; may be negative infinity.</param>
/// <param name="Maximum">The greatest number in the range, at least <paramref name="Minimum"/>; may be positive infinity.</param>
public readonly record struct NumberRange(double Minimum, double Maximum)
{
    /// <summary>Whether a number lies in the range.</summary>
    public bool Contains(double value) => value >= Minimum && value <= Maximum;
}
