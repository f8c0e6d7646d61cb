namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Total variation distance: <c>½ Σ |p − q|</c>, the greatest difference in probability that any set of cells has. Range [0, 1].
/// Null mean about <c>½ √(2/π) Σ √(p(1 − p)(1/N + 1/M))</c> (each difference is nearly normal). Cost: one pass.
/// </summary>
public static class TotalVariationDistance
{
    /// <summary>The distance.</summary>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            sum += Math.Abs(((double)reference[cell] / n) - ((double)current[cell] / m));
        }

        return Estimate.Of(sum / 2);
    }

    /// <summary>The distance to expect from samples of these sizes of the reference's distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, long currentRows)
    {
        if (TwoSamples.Totals(reference, reference, out var n, out _) is not null || currentRows == 0)
        {
            return Estimate.Undefined("a sample is empty");
        }

        var sum = 0.0;
        foreach (var count in reference)
        {
            var p = (double)count / n;
            sum += Math.Sqrt(p * (1 - p));
        }

        return Estimate.Of(sum * Math.Sqrt(2 / Math.PI * ((1.0 / n) + (1.0 / currentRows))) / 2);
    }
}
