namespace SynthMonitor.Drift.LabelFree;

/// <summary>Between which values a metric is as on the reference.</summary>
/// <param name="Lower">Below it is an alert; undefined where the reference does not tell.</param>
/// <param name="Upper">Above it is an alert; undefined where the reference does not tell.</param>
public sealed record AlertThresholds(Estimate Lower, Estimate Upper)
{
    /// <summary>Whether a value is an alert.</summary>
    public bool IsOutside(double value) => value < Lower.Value || value > Upper.Value;

    /// <summary>
    /// The mean of the realised metric over the reference's chunks and some standard deviations (with n degrees of freedom) to either side,
    /// within what the metric can be. With few chunks they are narrow: of ten clean chunks' successors some 6 % lie outside at 3.
    /// </summary>
    internal static AlertThresholds Of(IEnumerable<Estimate> realised, double deviations, double least, double most)
    {
        double[] values = [.. realised.Select(value => value.Value).OfType<double>()];
        if (values.Length == 0)
        {
            return new(Estimate.Undefined("undefined on every chunk of the reference"), Estimate.Undefined("undefined on every chunk of the reference"));
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return new(
            Estimate.Of(Math.Max(least, mean - (deviations * deviation))), Estimate.Of(Math.Min(most, mean + (deviations * deviation))));
    }
}
