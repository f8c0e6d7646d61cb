namespace SynthMonitor.Drift.LabelFree;

/// <summary>What one metric of a chunk is estimated to be, or was.</summary>
/// <param name="Value">The value.</param>
/// <param name="SamplingError">How far it strays by chance at this number of rows; undefined where the reference does not tell.</param>
/// <param name="Lower">The lower end of its band, within what the metric can be.</param>
/// <param name="Upper">The upper end of its band.</param>
/// <param name="Thresholds">Between which values it is as on the reference.</param>
public sealed record PerformanceEstimate(Estimate Value, Estimate SamplingError, Estimate Lower, Estimate Upper, AlertThresholds Thresholds)
{
    /// <summary>Whether the value lies outside of the thresholds.</summary>
    public bool IsAlert => Value.Value is { } value && Thresholds.IsOutside(value);

    /// <summary>A value with its band.</summary>
    /// <param name="value">The value.</param>
    /// <param name="error">Its sampling error.</param>
    /// <param name="errors">How many of them the band reaches to either side.</param>
    /// <param name="thresholds">Its thresholds.</param>
    /// <param name="least">The least that the metric can be.</param>
    /// <param name="most">The most that the metric can be.</param>
    internal static PerformanceEstimate Of(Estimate value, Estimate error, double errors, AlertThresholds thresholds, double least, double most)
    {
        if (value.Value is not { } center || error.Value is not { } width)
        {
            var undefined = Estimate.Undefined(value.Reason ?? error.Reason!);
            return new(value, error, undefined, undefined, thresholds);
        }

        return new(
            value, error, Estimate.Of(Math.Max(least, center - (errors * width))), Estimate.Of(Math.Min(most, center + (errors * width))), thresholds);
    }
}
