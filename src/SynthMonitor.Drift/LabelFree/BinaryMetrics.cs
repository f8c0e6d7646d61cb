namespace SynthMonitor.Drift.LabelFree;

/// <summary>All metrics of binary rows, from labels or from probabilities in their place.</summary>
internal static class BinaryMetrics
{
    /// <summary>The metrics that options ask for.</summary>
    public static IEnumerable<PerformanceMetric> Of(CbpeOptions options) =>
        Enum.GetValues<PerformanceMetric>().Where(metric => metric != PerformanceMetric.BusinessValue || options.Values is not null);

    /// <summary>What the labels say.</summary>
    public static Dictionary<PerformanceMetric, Estimate> Realised(BinaryRows rows, CbpeOptions options)
    {
        var ones = CalibrationNeed.ToDoubles(rows.Labels);
        var groups = RankedRows.Descending(rows.Scores, ones);
        return All(Confuse(ones, rows.Predictions), RankingMetrics.RocAuc(groups), RankingMetrics.AveragePrecision(groups), options);
    }

    /// <summary>What is to be expected of probabilities; ranked by the scores.</summary>
    public static Dictionary<PerformanceMetric, Estimate> Expected(BinaryRows rows, double[] probabilities, CbpeOptions options)
    {
        var groups = RankedRows.Descending(rows.Scores, probabilities);
        return All(
            Confuse(probabilities, rows.Predictions), RankingMetrics.RocAuc(groups), RankingMetrics.ExpectedAveragePrecision(groups), options);
    }

    /// <summary>All metrics, from the confusion matrix and the two that rank.</summary>
    public static Dictionary<PerformanceMetric, Estimate> All(Confusion confusion, Estimate rocAuc, Estimate averagePrecision, CbpeOptions options) =>
        Of(options).ToDictionary(metric => metric, metric => metric switch
        {
            PerformanceMetric.RocAuc => rocAuc,
            PerformanceMetric.AveragePrecision => averagePrecision,
            PerformanceMetric.F1 => confusion.F1,
            PerformanceMetric.Precision => confusion.Precision,
            PerformanceMetric.Recall => confusion.Recall,
            PerformanceMetric.Specificity => confusion.Specificity,
            PerformanceMetric.Accuracy => confusion.Accuracy,
            PerformanceMetric.BusinessValue => BusinessValue(confusion, options.Values!),
            _ => ConfusionCell.Of(metric, confusion, options.Normalization).Value,
        });

    public static Confusion Confuse(ReadOnlySpan<double> positives, ReadOnlySpan<bool> predictions)
    {
        var sum = default(Confusion);
        for (var row = 0; row < positives.Length; row++)
        {
            sum += Confusion.Of(positives[row], predictions[row]);
        }

        return sum;
    }

    private static Estimate BusinessValue(Confusion c, BusinessValues values)
    {
        var ofPositive = (values.TruePositive * c.TruePositive) + (values.FalsePositive * c.FalsePositive);
        var ofNegative = (values.TrueNegative * c.TrueNegative) + (values.FalseNegative * c.FalseNegative);
        var (positive, negative) = (c.TruePositive + c.FalsePositive, c.TrueNegative + c.FalseNegative);
        return !values.PerPrediction ? Estimate.Of(ofPositive + ofNegative)
            : positive > 0 && negative > 0 ? Estimate.Of((ofPositive / positive) + (ofNegative / negative))
            : Estimate.Undefined("all rows are predicted the same");
    }
}
