namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// <see cref="Cbpe"/> for several classes: each class's scores are calibrated against the rest where that helps and a row's probabilities
/// scaled to sum 1; area, F1, precision, recall and specificity are means over classes of one against the rest, accuracy is the mean
/// probability of the predicted class.
/// </summary>
public sealed class MulticlassCbpe
{
    private static readonly PerformanceMetric[] Metrics =
    [
        PerformanceMetric.RocAuc, PerformanceMetric.F1, PerformanceMetric.Precision, PerformanceMetric.Recall, PerformanceMetric.Specificity,
        PerformanceMetric.Accuracy,
    ];

    private readonly CbpeOptions options;
    private readonly IsotonicCalibration?[] calibrations;
    private readonly MulticlassSamplingErrors errors;
    private readonly Dictionary<PerformanceMetric, AlertThresholds> thresholds;

    private MulticlassCbpe(MulticlassRows reference, CbpeOptions options)
    {
        this.options = options;
        calibrations = [.. Enumerable.Range(0, reference.Classes).Select(one => CalibrationOf(reference.Against(one)))];
        errors = new MulticlassSamplingErrors(reference);
        var realised = reference.Chunks(options.ChunkSize).Select(Realised).ToArray();
        thresholds = Metrics.ToDictionary(
            metric => metric, metric => AlertThresholds.Of(realised.Select(chunk => chunk[metric]), options.ThresholdDeviations, 0, 1));
    }

    /// <summary>Whether any class's scores are calibrated.</summary>
    public bool IsCalibrated => calibrations.Any(calibration => calibration is not null);

    /// <summary>Learns from rows with labels whether and how to calibrate, sampling errors and thresholds.</summary>
    /// <param name="reference">Rows that the model was not trained on, in order of time, with labels.</param>
    /// <param name="options">How; normalisation and values do not matter here.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or there are no rows or no labels.</exception>
    public static MulticlassCbpe Fit(MulticlassRows reference, CbpeOptions options)
    {
        options.Require();
        return reference.Count > 0 && reference.HasLabels
            ? new(reference, options)
            : throw new ArgumentException("a reference needs rows with labels", nameof(reference));
    }

    /// <summary>What the metrics of rows are estimated to be.</summary>
    public IReadOnlyDictionary<PerformanceMetric, PerformanceEstimate> Estimate(MulticlassRows rows) => Frame(Expected(rows), rows.Count);

    /// <summary>What the metrics of rows with labels were.</summary>
    /// <exception cref="InvalidOperationException">The labels are not known.</exception>
    public IReadOnlyDictionary<PerformanceMetric, PerformanceEstimate> Realise(MulticlassRows rows) => Frame(Realised(rows), rows.Count);

    private static IsotonicCalibration? CalibrationOf(BinaryRows rows) => CalibrationNeed.IsGiven(rows.Scores, rows.Labels)
        ? IsotonicCalibration.Fit(rows.Scores, rows.Labels)
        : null;

    private static Dictionary<PerformanceMetric, Estimate> Realised(MulticlassRows rows)
    {
        var right = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            right += rows.Predictions[row] == rows.Labels[row] ? 1 : 0;
        }

        return Means(
            [.. Enumerable.Range(0, rows.Classes).Select(rows.Against).Select(one => BinaryMetrics.Realised(one, new CbpeOptions(1)))],
            Data.Estimate.Of((double)right / rows.Count));
    }

    private static Dictionary<PerformanceMetric, Estimate> Means(Dictionary<PerformanceMetric, Estimate>[] classes, Estimate accuracy) =>
        Metrics.ToDictionary(
            metric => metric,
            metric => metric == PerformanceMetric.Accuracy ? accuracy
                : Array.Find(classes, one => !one[metric].IsDefined) is { } undefined ? undefined[metric]
                : Data.Estimate.Of(classes.Average(one => one[metric].Value!.Value)));

    private Dictionary<PerformanceMetric, Estimate> Expected(MulticlassRows rows)
    {
        var probabilities = Probabilities(rows);
        var sum = 0.0;
        for (var row = 0; row < rows.Count; row++)
        {
            sum += probabilities[rows.Predictions[row]][row];
        }

        return Means(
            [
                .. Enumerable.Range(0, rows.Classes).Select(one => BinaryMetrics.Expected(rows.Against(one), probabilities[one], new CbpeOptions(1))),
            ],
            rows.Count == 0 ? Data.Estimate.Undefined("no rows") : Data.Estimate.Of(sum / rows.Count));
    }

    private double[][] Probabilities(MulticlassRows rows)
    {
        double[][] probabilities = [.. calibrations.Select((calibration, one) => Calibrate(calibration, rows.Scores(one)))];
        for (var row = 0; row < rows.Count; row++)
        {
            var sum = 0.0;
            foreach (var column in probabilities)
            {
                sum += column[row];
            }

            foreach (var column in probabilities)
            {
                column[row] = sum > 0 ? column[row] / sum : 1.0 / probabilities.Length;
            }
        }

        return probabilities;
    }

    private static double[] Calibrate(IsotonicCalibration? calibration, ReadOnlySpan<double> scores)
    {
        var probabilities = scores.ToArray();
        return calibration is null ? probabilities : Array.ConvertAll(probabilities, calibration.Calibrate);
    }

    private Dictionary<PerformanceMetric, PerformanceEstimate> Frame(Dictionary<PerformanceMetric, Estimate> values, int rows) => values.ToDictionary(
        pair => pair.Key,
        pair => PerformanceEstimate.Of(pair.Value, errors.Of(pair.Key, rows), options.BandErrors, thresholds[pair.Key], 0, 1));
}
