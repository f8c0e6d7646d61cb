namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// Confidence-based performance estimation of a binary model (Kivimäki et al. 2025; NannyML): if scores are, or by isotonic calibration on the
/// reference become, probabilities, they say how often the model is right, without any label. Valid as long as the label's chance at a given
/// score stays what it was: it sees covariate shift and is blind to concept drift, so show it beside realised metrics when labels come.
/// O(n log n).
/// </summary>
/// <example>
/// <code>
/// var reference = new BinaryRows(scores, predictions, labels);
/// var estimator = Cbpe.Fit(reference, new CbpeOptions(ChunkSize: 5000));
/// var estimates = estimator.Estimate(new BinaryRows(newScores, newPredictions));
/// Console.WriteLine(estimates[PerformanceMetric.RocAuc].Value);
/// </code>
/// </example>
public sealed class Cbpe
{
    private readonly CbpeOptions options;
    private readonly BinarySamplingErrors errors;
    private readonly Dictionary<PerformanceMetric, AlertThresholds> thresholds;

    private Cbpe(BinaryRows reference, CbpeOptions options, IsotonicCalibration? calibration)
    {
        this.options = options;
        Calibration = calibration;
        errors = new BinarySamplingErrors(reference, options);
        var realised = reference.Chunks(options.ChunkSize).Select(chunk => BinaryMetrics.Realised(chunk, options)).ToArray();
        thresholds = BinaryMetrics.Of(options).ToDictionary(
            metric => metric,
            metric => AlertThresholds.Of(realised.Select(chunk => chunk[metric]), options.ThresholdDeviations, Least(metric), Most(metric)));
    }

    /// <summary>How scores become probabilities; null where they are already.</summary>
    public IsotonicCalibration? Calibration { get; }

    /// <summary>Learns from rows with labels whether and how to calibrate, sampling errors and thresholds.</summary>
    /// <param name="reference">Rows that the model was not trained on, in order of time, with labels.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">
    /// An option is out of its range; there are no rows or no labels; or scores lie outside of 0 … 1 and calibration does not help.
    /// </exception>
    public static Cbpe Fit(BinaryRows reference, CbpeOptions options)
    {
        options.Require();
        if (reference.Count == 0 || !reference.HasLabels)
        {
            throw new ArgumentException("a reference needs rows with labels", nameof(reference));
        }

        var isNeeded = CalibrationNeed.IsGiven(reference.Scores, reference.Labels);
        return new(reference, options, isNeeded ? IsotonicCalibration.Fit(reference.Scores, reference.Labels) : null);
    }

    /// <summary>The probability of a score.</summary>
    /// <exception cref="ArgumentException">There is no calibration, and the score is no probability.</exception>
    public double Probability(double score) => Calibration?.Calibrate(score)
        ?? (score is >= 0 and <= 1 ? score : throw new ArgumentException($"the score {score} is no probability", nameof(score)));

    /// <summary>What the metrics of rows are estimated to be.</summary>
    public IReadOnlyDictionary<PerformanceMetric, PerformanceEstimate> Estimate(BinaryRows rows)
    {
        var probabilities = new double[rows.Count];
        for (var row = 0; row < probabilities.Length; row++)
        {
            probabilities[row] = Probability(rows.Scores[row]);
        }

        return Frame(BinaryMetrics.Expected(rows, probabilities, options), rows.Count);
    }

    /// <summary>The same from sums of the same calibration, but for what ranks within 10⁻⁴.</summary>
    public IReadOnlyDictionary<PerformanceMetric, PerformanceEstimate> Estimate(ScoreSums sums) =>
        Frame(BinaryMetrics.All(sums.Confusion, sums.RocAuc, sums.AveragePrecision, options), checked((int)sums.Rows));

    /// <summary>What the metrics of rows with labels were.</summary>
    /// <exception cref="InvalidOperationException">The labels are not known.</exception>
    public IReadOnlyDictionary<PerformanceMetric, PerformanceEstimate> Realise(BinaryRows rows) =>
        Frame(BinaryMetrics.Realised(rows, options), rows.Count);

    private Dictionary<PerformanceMetric, PerformanceEstimate> Frame(Dictionary<PerformanceMetric, Estimate> values, int rows) =>
        values.ToDictionary(
            pair => pair.Key,
            pair => PerformanceEstimate.Of(
                pair.Value, errors.Of(pair.Key, rows), options.BandErrors, thresholds[pair.Key], Least(pair.Key), Most(pair.Key)));

    private static double Least(PerformanceMetric metric) => metric == PerformanceMetric.BusinessValue ? double.NegativeInfinity : 0;

    private double Most(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.BusinessValue => double.PositiveInfinity,
        >= PerformanceMetric.TruePositive when options.Normalization == ConfusionNormalization.None => double.PositiveInfinity,
        _ => 1,
    };
}
