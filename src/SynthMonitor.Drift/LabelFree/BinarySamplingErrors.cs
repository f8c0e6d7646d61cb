using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.LabelFree;

/// <summary>The sampling errors of all metrics, learned from a reference with labels.</summary>
internal sealed class BinarySamplingErrors
{
    private const int Resamples = 50;
    private const int LargestResample = 50_000;

    private readonly CbpeOptions options;
    private readonly Confusion reference;
    private readonly SamplingError rocAuc;
    private readonly SamplingError averagePrecision;

    public BinarySamplingErrors(BinaryRows rows, CbpeOptions options)
    {
        this.options = options;
        reference = BinaryMetrics.Confuse(CalibrationNeed.ToDoubles(rows.Labels), rows.Predictions);
        rocAuc = SamplingError.OfRocAuc(rows.Scores, rows.Labels);
        averagePrecision = OfAveragePrecision(rows, options.Seed);
    }

    /// <summary>The sampling error of a metric over some rows.</summary>
    public Estimate Of(PerformanceMetric metric, int rows)
    {
        var error = Components(metric).Of(rows);
        var scale = IsCount(metric) ? rows : 1;
        return double.IsFinite(error) ? Estimate.Of(error * scale) : Estimate.Undefined("the reference has no rows to tell");
    }

    private bool IsCount(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.BusinessValue => !options.Values!.PerPrediction,
        >= PerformanceMetric.TruePositive => options.Normalization == ConfusionNormalization.None,
        _ => false,
    };

    private SamplingError Components(PerformanceMetric metric)
    {
        var (c, rows) = (reference, reference.Rows);
        return metric switch
        {
            PerformanceMetric.RocAuc => rocAuc,
            PerformanceMetric.AveragePrecision => averagePrecision,
            PerformanceMetric.F1 => OfF1(c),
            PerformanceMetric.Precision => SamplingError.OfShare(c.TruePositive, c.TruePositive + c.FalsePositive, rows),
            PerformanceMetric.Recall => SamplingError.OfShare(c.TruePositive, c.TruePositive + c.FalseNegative, rows),
            PerformanceMetric.Specificity => SamplingError.OfShare(c.TrueNegative, c.TrueNegative + c.FalsePositive, rows),
            PerformanceMetric.Accuracy => SamplingError.OfShare(c.TruePositive + c.TrueNegative, rows, rows),
            PerformanceMetric.BusinessValue => OfBusinessValue(c, options.Values!),
            _ => OfCell(ConfusionCell.Of(metric, c, options.Normalization), rows),
        };
    }

    private static SamplingError OfCell(ConfusionCell cell, double rows) => SamplingError.OfShare(cell.Part, cell.Whole, rows);

    private static SamplingError OfF1(Confusion c)
    {
        var relevant = c.TruePositive + c.FalseNegative + c.FalsePositive;
        var share = SamplingError.OfShare(c.TruePositive, relevant, c.Rows);
        return share with { Deviation = share.Deviation * relevant / (c.TruePositive + (0.5 * (c.FalseNegative + c.FalsePositive))) };
    }

    private static SamplingError OfBusinessValue(Confusion c, BusinessValues values)
    {
        (double Count, double Value)[] cells =
        [
            (c.TruePositive, values.TruePositive), (c.FalsePositive, values.FalsePositive),
            (c.FalseNegative, values.FalseNegative), (c.TrueNegative, values.TrueNegative),
        ];
        var mean = cells.Sum(cell => cell.Count * cell.Value) / c.Rows;
        return new(Math.Sqrt(cells.Sum(cell => cell.Count * (cell.Value - mean) * (cell.Value - mean)) / c.Rows), 1);
    }

    /// <summary>From the standard deviation of average precision over resamples of half of the reference, at most 50,000 rows.</summary>
    private static SamplingError OfAveragePrecision(BinaryRows rows, ulong seed)
    {
        var size = Math.Min(rows.Count / 2, LargestResample);
        var (scores, ones) = (new double[size], new double[size]);
        var (sum, squares, defined) = (0.0, 0.0, 0);
        for (var resample = 0; resample < Resamples; resample++)
        {
            var random = new KeyedRandom(seed, (ulong)resample, 1);
            for (var index = 0; index < size; index++)
            {
                var row = random.Next(rows.Count);
                (scores[index], ones[index]) = (rows.Scores[row], rows.Labels[row] ? 1 : 0);
            }

            if (RankingMetrics.AveragePrecision(RankedRows.Descending(scores, ones)).Value is { } value)
            {
                (sum, squares, defined) = (sum + value, squares + (value * value), defined + 1);
            }
        }

        var mean = sum / defined;
        return new(Math.Sqrt(Math.Max(0, (squares / defined) - (mean * mean)) * size), 1);
    }
}
