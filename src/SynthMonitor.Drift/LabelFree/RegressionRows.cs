namespace SynthMonitor.Drift.LabelFree;

/// <summary>Rows that a regression model has judged.</summary>
/// <param name="Features">Row by row what the model saw; NaN where a value is missing.</param>
/// <param name="Predictions">What it predicted for each.</param>
/// <param name="Labels">What each was, or null where that is not known.</param>
public sealed record RegressionRows(IReadOnlyList<double[]> Features, IReadOnlyList<double> Predictions, IReadOnlyList<double>? Labels = null)
{
    /// <summary>The number of rows.</summary>
    public int Count => Predictions.Count;

    /// <summary>Features and prediction together, row by row: what a loss can be told from.</summary>
    internal double[][] Inputs => [.. Features.Select((row, index) => (double[])[.. row, Predictions[index]])];

    /// <summary>The rows in chunks of a size, the last as long as what is left.</summary>
    public IEnumerable<RegressionRows> Chunks(int size)
    {
        for (var start = 0; start < Count; start += size)
        {
            yield return new([.. Features.Skip(start).Take(size)], [.. Predictions.Skip(start).Take(size)], Labels?.Skip(start).Take(size).ToArray());
        }
    }

    /// <exception cref="ArgumentException">The lengths differ, or a prediction or label is not finite.</exception>
    internal void Require()
    {
        if (Features.Count != Count || (Labels is not null && Labels.Count != Count))
        {
            throw new ArgumentException($"{Features.Count} rows of features, {Count} predictions and {Labels?.Count} labels");
        }

        if (!Predictions.All(double.IsFinite) || !(Labels ?? []).All(double.IsFinite))
        {
            throw new ArgumentException("a prediction or label that is not finite");
        }
    }
}
