using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Test of two proportions by their pooled variance: <c>z = (p₁ − p₂) / √(p (1 − p)(1/n₁ + 1/n₂))</c>, normal where expected counts are 5 or
/// more; below that use <see cref="FisherExact"/>. Range (−∞, ∞); z² is Pearson's χ². Cost: none.
/// </summary>
public static class TwoProportionTest
{
    /// <summary>Tests whether both samples succeed with one probability.</summary>
    /// <param name="successes">Successes in the first sample.</param>
    /// <param name="trials">Its size.</param>
    /// <param name="otherSuccesses">Successes in the second sample.</param>
    /// <param name="otherTrials">Its size.</param>
    /// <param name="alternative">Whether the first proportion may be less, greater, or either.</param>
    /// <returns>Undefined where a sample is empty, or all trials end alike.</returns>
    public static TestResult Test(
        long successes, long trials, long otherSuccesses, long otherTrials, Alternative alternative = Alternative.TwoSided)
    {
        FisherExact.Check(successes, trials, otherSuccesses, otherTrials);
        var (failures, all) = (trials - successes + otherTrials - otherSuccesses, successes + otherSuccesses);
        if (trials == 0 || otherTrials == 0 || all == 0 || failures == 0)
        {
            return TestResult.Undefined(trials == 0 || otherTrials == 0 ? "a sample is empty" : "all trials end alike");
        }

        double n = trials, m = otherTrials;
        var pooled = all / (n + m);
        var z = ((successes / n) - (otherSuccesses / m)) / Math.Sqrt(pooled * (failures / (n + m)) * ((1 / n) + (1 / m)));
        return TestResult.Of(z, Normal.PValue(z, alternative));
    }
}
