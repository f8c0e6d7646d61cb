using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Risk;

/// <summary>
/// An interval for the mean of values in 0 … 1 that is valid at all times at once: the chance that it ever fails to hold the mean is at most
/// α, whenever and however often one looks (Ville's inequality). The values' conditional mean must be constant, not their distribution.
/// </summary>
public abstract class ConfidenceSequence : StreamStatistic
{
    private protected ConfidenceSequence(double alpha, double truncation)
    {
        if (alpha is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "expected between 0 and 1");
        }

        if (truncation is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(truncation), truncation, "expected more than 0 and at most 1");
        }

        (Alpha, Truncation) = (alpha, truncation);
    }

    /// <summary>The chance that the interval ever fails to hold the mean.</summary>
    public double Alpha { get; }

    /// <summary>The greatest bet.</summary>
    public double Truncation { get; }

    /// <summary>The interval after the values so far; all of 0 … 1 before the first.</summary>
    public abstract ConfidenceInterval Interval { get; }

    private protected sealed override bool IsBounded => true;
}
