using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// The smallest difference that a two-sided test of two independent samples finds with some probability: by the normal approximation
/// (Φ⁻¹(1 − level/2) + Φ⁻¹(power)) · σ · √(1/n + 1/m). What is smaller is mostly missed. A bound to go by: tests of whole distributions need
/// somewhat more rows for a shift of location than the test of means that it describes.
/// </summary>
public static class DetectableShift
{
    /// <summary>The probability with which it is found.</summary>
    public const double Power = 0.8;

    /// <summary>The smallest shift of a mean, in standard deviations.</summary>
    /// <param name="reference">The reference's rows, at least 1.</param>
    /// <param name="current">The sample's rows, at least 1.</param>
    /// <param name="level">The test's level, between 0 and 1.</param>
    public static double OfMean(long reference, long current, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reference, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(current, 1);
        return (Normal.Quantile(Power) - Normal.Quantile(level / 2)) * Math.Sqrt((1.0 / reference) + (1.0 / current));
    }

    /// <summary>The smallest change of a category's share of the rows.</summary>
    /// <param name="share">Its share, 0 … 1.</param>
    /// <param name="reference">The reference's rows, at least 1.</param>
    /// <param name="current">The sample's rows, at least 1.</param>
    /// <param name="level">The test's level, between 0 and 1.</param>
    public static double OfShare(double share, long reference, long current, double level) =>
        Math.Sqrt(share * (1 - share)) * OfMean(reference, current, level);
}
