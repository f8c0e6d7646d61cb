namespace SynthMonitor.Drift.LabelFree;

/// <summary>Predicts a number for each row.</summary>
/// <param name="rows">Row by row, NaN where a value is missing.</param>
public delegate double[] Regressor(double[][] rows);

/// <summary>Learns to predict numbers, such as by gradient boosting.</summary>
/// <param name="rows">Row by row, NaN where a value is missing.</param>
/// <param name="targets">The number of each.</param>
public delegate Regressor RegressorTrainer(double[][] rows, double[] targets);

/// <summary>
/// Direct loss estimation (NannyML): a second model learns, on rows with labels, the loss of a regression model from its features and its
/// prediction; the mean of what it says of new rows estimates their performance. Valid as long as the loss at given features stays what it
/// was: blind to concept drift and to regions without reference rows. As good as the regressor that is handed in.
/// </summary>
public sealed class DirectLossEstimation
{
    private static readonly RegressionMetric[] Metrics = Enum.GetValues<RegressionMetric>();

    private readonly double bandErrors;
    private readonly Dictionary<RegressionMetric, double[]> losses;
    private readonly Dictionary<RegressionMetric, Regressor?> regressors;
    private readonly Dictionary<RegressionMetric, AlertThresholds> thresholds;

    private DirectLossEstimation(RegressionRows reference, RegressorTrainer train, int chunkSize, double thresholdDeviations, double bandErrors)
    {
        this.bandErrors = bandErrors;
        var inputs = reference.Inputs;
        losses = Metrics.ToDictionary(metric => metric, metric => RegressionLoss.Of(metric, reference));
        regressors = Metrics.Where(metric => metric == RegressionLoss.LearnedAs(metric)).ToDictionary(
            metric => metric, metric => losses[metric].Any(double.IsNaN) ? null : train(inputs, losses[metric]));
        thresholds = Metrics.ToDictionary(metric => metric, metric => AlertThresholds.Of(
            reference.Chunks(chunkSize).Select(chunk => Realised(metric, chunk)), thresholdDeviations, 0, double.PositiveInfinity));
    }

    /// <summary>Learns losses, sampling errors and thresholds from rows with labels.</summary>
    /// <param name="reference">Rows that the model was not trained on, in order of time, with labels.</param>
    /// <param name="train">How losses are learned.</param>
    /// <param name="chunkSize">The rows of a chunk, by which reference performance varies; at least 1.</param>
    /// <param name="thresholdDeviations">Thresholds lie this many standard deviations of the reference chunks from their mean.</param>
    /// <param name="bandErrors">Bands reach this many sampling errors to either side.</param>
    /// <exception cref="ArgumentException">
    /// There are no rows or no labels, lengths differ, a prediction or label is not finite, or the chunk size is less than 1.
    /// </exception>
    public static DirectLossEstimation Fit(
        RegressionRows reference, RegressorTrainer train, int chunkSize, double thresholdDeviations = 3, double bandErrors = 3)
    {
        reference.Require();
        ArgumentOutOfRangeException.ThrowIfLessThan(chunkSize, 1);
        return reference.Count > 0 && reference.Labels is not null
            ? new(reference, train, chunkSize, thresholdDeviations, bandErrors)
            : throw new ArgumentException("a reference needs rows with labels", nameof(reference));
    }

    /// <summary>What the metrics of rows are estimated to be; a negative mean loss counts as 0.</summary>
    public IReadOnlyDictionary<RegressionMetric, PerformanceEstimate> Estimate(RegressionRows rows)
    {
        rows.Require();
        var inputs = rows.Inputs;
        var means = regressors.ToDictionary(
            pair => pair.Key,
            pair => pair.Value is { } regressor && rows.Count > 0 ? Math.Max(0, regressor(inputs).Average()) : double.NaN);
        return Frame(metric => RegressionLoss.Metric(metric, means[RegressionLoss.LearnedAs(metric)]), rows.Count);
    }

    /// <summary>What the metrics of rows with labels were.</summary>
    /// <exception cref="ArgumentException">The labels are not known.</exception>
    public IReadOnlyDictionary<RegressionMetric, PerformanceEstimate> Realise(RegressionRows rows)
    {
        rows.Require();
        return rows.Labels is null
            ? throw new ArgumentException("rows without labels", nameof(rows))
            : Frame(metric => Realised(metric, rows), rows.Count);
    }

    private static Estimate Realised(RegressionMetric metric, RegressionRows rows) =>
        RegressionLoss.Metric(metric, RegressionLoss.Of(metric, rows).DefaultIfEmpty(double.NaN).Average());

    private Dictionary<RegressionMetric, PerformanceEstimate> Frame(Func<RegressionMetric, Estimate> value, int rows) => Metrics.ToDictionary(
        metric => metric,
        metric => PerformanceEstimate.Of(
            value(metric), RegressionLoss.SamplingError(metric, losses[metric], rows), bandErrors, thresholds[metric], 0, double.PositiveInfinity));
}
