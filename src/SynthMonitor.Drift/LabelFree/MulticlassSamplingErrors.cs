namespace SynthMonitor.Drift.LabelFree;

/// <summary>
/// The sampling errors of means over C classes: <c>√(Σ_c σ_c² / (n f_c)) / C</c>, for the area 1.2 times that, since classes depend on each other
/// (NannyML's). Accuracy has that of a share.
/// </summary>
internal sealed class MulticlassSamplingErrors(MulticlassRows reference)
{
    private const double RocAucFactor = 1.2;

    private readonly (Confusion Confusion, SamplingError RocAuc)[] classes =
    [
        .. Enumerable.Range(0, reference.Classes).Select(reference.Against).Select(rows => (
            BinaryMetrics.Confuse(CalibrationNeed.ToDoubles(rows.Labels), rows.Predictions), SamplingError.OfRocAuc(rows.Scores, rows.Labels))),
    ];

    /// <summary>The sampling error of a metric over some rows.</summary>
    public Estimate Of(PerformanceMetric metric, int rows)
    {
        var error = metric switch
        {
            PerformanceMetric.Accuracy => Accuracy().Of(rows),
            PerformanceMetric.RocAuc => RocAucFactor * Mean(metric, rows),
            _ => Mean(metric, rows),
        };
        return double.IsFinite(error) ? Estimate.Of(error) : Estimate.Undefined("the reference has no rows to tell");
    }

    private double Mean(PerformanceMetric metric, int rows) =>
        Math.Sqrt(classes.Sum(one => Math.Pow(Components(metric, one.Confusion, one.RocAuc).Of(rows), 2))) / classes.Length;

    private SamplingError Accuracy() => SamplingError.OfShare(classes.Sum(one => one.Confusion.TruePositive), classes[0].Confusion.Rows, classes[0].Confusion.Rows);

    private static SamplingError Components(PerformanceMetric metric, Confusion c, SamplingError rocAuc) => metric switch
    {
        PerformanceMetric.RocAuc => rocAuc,
        PerformanceMetric.F1 => SamplingError.OfShare(c.TruePositive, c.TruePositive + c.FalseNegative + c.FalsePositive, c.Rows),
        PerformanceMetric.Precision => SamplingError.OfShare(c.TruePositive, c.TruePositive + c.FalsePositive, c.Rows),
        PerformanceMetric.Recall => SamplingError.OfShare(c.TruePositive, c.TruePositive + c.FalseNegative, c.Rows),
        PerformanceMetric.Specificity => SamplingError.OfShare(c.TrueNegative, c.TrueNegative + c.FalsePositive, c.Rows),
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
