using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>How the joint distribution of all columns differs from the reference's.</summary>
/// <param name="Test">The squared maximum mean discrepancy over random features, scaled by n m / (n + m), and its p-value.</param>
/// <param name="AdjustedPValue">The p-value after Holm's correction over all columns and this comparison.</param>
/// <param name="Effect">The maximum mean discrepancy with the part that chance alone would show taken off. Range [0, √2].</param>
/// <param name="IsDrifted">Whether the difference is significant and its effect reaches <see cref="Floor"/>.</param>
public sealed record JointComparison(TestResult Test, Estimate AdjustedPValue, Estimate Effect, bool IsDrifted)
{
    /// <summary>The smallest effect worth a finding.</summary>
    public const double Floor = 0.02;
}
