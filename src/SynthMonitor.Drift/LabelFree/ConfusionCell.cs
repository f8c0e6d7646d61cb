namespace SynthMonitor.Drift.LabelFree;

/// <summary>A cell of a confusion matrix, and what it is divided by.</summary>
internal readonly record struct ConfusionCell(double Part, double Whole, bool IsCount)
{
    public Estimate Value =>
        IsCount ? Estimate.Of(Part) : Whole > 0 ? Estimate.Of(Part / Whole) : Estimate.Undefined("no rows to divide by");

    public static ConfusionCell Of(PerformanceMetric metric, Confusion confusion, ConfusionNormalization normalization)
    {
        var (cell, sameLabel, samePrediction) = metric switch
        {
            PerformanceMetric.TruePositive => (confusion.TruePositive, confusion.FalseNegative, confusion.FalsePositive),
            PerformanceMetric.FalsePositive => (confusion.FalsePositive, confusion.TrueNegative, confusion.TruePositive),
            PerformanceMetric.FalseNegative => (confusion.FalseNegative, confusion.TruePositive, confusion.TrueNegative),
            PerformanceMetric.TrueNegative => (confusion.TrueNegative, confusion.FalsePositive, confusion.FalseNegative),
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
        return normalization switch
        {
            ConfusionNormalization.True => new(cell, cell + sameLabel, false),
            ConfusionNormalization.Predicted => new(cell, cell + samePrediction, false),
            var other => new(cell, confusion.Rows, other == ConfusionNormalization.None),
        };
    }
}
