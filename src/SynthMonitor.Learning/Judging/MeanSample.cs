namespace SynthMonitor.Learning.Judging;

/// <summary>A mean over rows, or the root of one.</summary>
/// <param name="losses">What each row adds.</param>
/// <param name="isRoot">Whether the metric is the root of the mean.</param>
internal sealed class MeanSample(double[] losses, bool isRoot) : MetricSample
{
    /// <inheritdoc/>
    public override double? Value(ReadOnlySpan<int> counts)
    {
        double sum = 0;
        long rows = 0;
        for (var row = 0; row < losses.Length; row++)
        {
            sum += counts[row] * losses[row];
            rows += counts[row];
        }

        return rows == 0 ? null : isRoot ? Math.Sqrt(sum / rows) : sum / rows;
    }
}
