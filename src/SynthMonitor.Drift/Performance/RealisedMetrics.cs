using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Drift.Performance;

/// <summary>What the joined labels of the last blocks say of the model.</summary>
/// <param name="Rows">The outcomes.</param>
/// <param name="Accuracy">See <see cref="OutcomeMetrics.Accuracy"/>.</param>
/// <param name="ErrorRate">See <see cref="OutcomeMetrics.ErrorRate"/>.</param>
/// <param name="Auc">See <see cref="OutcomeMetrics.Auc"/>.</param>
/// <param name="LogLoss">See <see cref="OutcomeMetrics.LogLoss"/>.</param>
/// <param name="Brier">See <see cref="OutcomeMetrics.Brier"/>.</param>
/// <param name="PositiveRate">See <see cref="OutcomeMetrics.PositiveRate"/>.</param>
public sealed record RealisedMetrics(
    long Rows, Estimate Accuracy, Estimate ErrorRate, Estimate Auc, Estimate LogLoss, Estimate Brier, Estimate PositiveRate)
{
    /// <summary>The metrics of some outcomes.</summary>
    /// <param name="counts">The outcomes.</param>
    /// <param name="threshold">The score from which on the positive class is predicted.</param>
    public static RealisedMetrics Of(OutcomeCounts counts, double threshold) => new(
        counts.Rows, counts.Accuracy(threshold), counts.ErrorRate(threshold), counts.Auc(), counts.LogLoss(), counts.Brier(), counts.PositiveRate());
}
