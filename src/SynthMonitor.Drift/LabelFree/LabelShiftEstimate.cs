using SynthMonitor.Drift.Risk;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.LabelFree;

/// <summary>How frequent each class is among rows without labels.</summary>
/// <param name="Priors">For each class its share, or why it cannot be told.</param>
/// <param name="Intervals">For each class an interval for it, within 0 … 1; all of 0 … 1 where the share is undefined.</param>
public sealed record LabelShiftEstimate(IReadOnlyList<Estimate> Priors, IReadOnlyList<ConfidenceInterval> Intervals)
{
    internal static LabelShiftEstimate Undefined(int classes, string reason) => new(
        [.. Enumerable.Repeat(Estimate.Undefined(reason), classes)], [.. Enumerable.Repeat(ConfidenceInterval.Unit, classes)]);

    /// <summary>Estimates with normal intervals.</summary>
    internal static LabelShiftEstimate Of(double[] priors, double[] variances, double confidence)
    {
        var z = Normal.Quantile((1 + confidence) / 2);
        return new(
            [.. priors.Select(prior => Estimate.Of(Math.Clamp(prior, 0, 1)))],
            [.. priors.Select((prior, one) => Interval(prior, z * Math.Sqrt(variances[one])))]);
    }

    private static ConfidenceInterval Interval(double prior, double margin) =>
        new(Math.Clamp(prior - margin, 0, 1), Math.Clamp(prior + margin, 0, 1));
}
