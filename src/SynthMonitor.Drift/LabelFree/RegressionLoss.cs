namespace SynthMonitor.Drift.LabelFree;

/// <summary>What a row contributes to a metric, and how the mean of that becomes the metric.</summary>
internal static class RegressionLoss
{
    /// <summary>The metrics whose loss is learned; the roots share it.</summary>
    public static RegressionMetric LearnedAs(RegressionMetric metric) => metric switch
    {
        RegressionMetric.Rmse => RegressionMetric.Mse,
        RegressionMetric.Rmsle => RegressionMetric.Msle,
        _ => metric,
    };

    /// <summary>The loss of each row; NaN where it is undefined.</summary>
    public static double[] Of(RegressionMetric metric, RegressionRows rows) =>
        [.. rows.Predictions.Select((prediction, row) => Of(metric, rows.Labels![row], prediction))];

    /// <summary>The metric of a mean loss.</summary>
    public static Estimate Metric(RegressionMetric metric, double meanLoss) =>
        double.IsNaN(meanLoss) ? Estimate.Undefined("no rows, or a row whose loss is undefined")
        : Estimate.Of(metric == LearnedAs(metric) ? meanLoss : Math.Sqrt(meanLoss));

    /// <summary>
    /// The sampling error over n rows: <c>σ / √n</c> with σ the standard deviation of the loss, and for roots <c>σ / √(4 n · mean)</c>.
    /// </summary>
    public static Estimate SamplingError(RegressionMetric metric, double[] losses, int rows)
    {
        if (losses.Length == 0 || losses.Any(double.IsNaN))
        {
            return Estimate.Undefined("a row of the reference whose loss is undefined");
        }

        var mean = losses.Average();
        var deviation = Math.Sqrt(losses.Average(loss => (loss - mean) * (loss - mean)));
        return metric == LearnedAs(metric) ? Estimate.Of(deviation / Math.Sqrt(rows))
            : mean > 0 ? Estimate.Of(deviation / Math.Sqrt(4 * rows * mean))
            : Estimate.Of(0);
    }

    private static double Of(RegressionMetric metric, double label, double prediction)
    {
        var error = LearnedAs(metric) == RegressionMetric.Msle ? Math.Log(1 + label) - Math.Log(1 + prediction) : label - prediction;
        var loss = metric switch
        {
            RegressionMetric.Mae => Math.Abs(error),
            RegressionMetric.Mape => Math.Abs(error) / Math.Abs(label),
            _ => error * error,
        };
        return double.IsFinite(loss) ? loss : double.NaN;
    }
}
