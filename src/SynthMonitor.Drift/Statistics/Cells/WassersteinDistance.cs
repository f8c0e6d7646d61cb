namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// First Wasserstein (earth mover's) distance on ordered cells with one representative value each: <c>Σ |F − G| · (v[i+1] − v[i])</c>.
/// Range [0, v[last] − v[first]]; divide by a standard deviation to compare columns. Null mean about
/// <c>√(2/π) √(1/N + 1/M) Σ (v[i+1] − v[i]) √(F(1 − F))</c>. Cost: one pass. Equal to scipy.stats.wasserstein_distance with weights.
/// </summary>
public static class WassersteinDistance
{
    /// <summary>The distance, in the unit of the values.</summary>
    /// <param name="reference">Counts in order of value.</param>
    /// <param name="current">Counts in order of value.</param>
    /// <param name="values">A finite value for each cell, not falling.</param>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> values)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, reference.Length, nameof(values));
        var (below, belowCurrent, sum) = (0L, 0L, 0.0);
        for (var cell = 0; cell + 1 < reference.Length; cell++)
        {
            below += reference[cell];
            belowCurrent += current[cell];
            sum += Math.Abs(((double)below / n) - ((double)belowCurrent / m)) * (values[cell + 1] - values[cell]);
        }

        return Estimate.Of(sum);
    }

    /// <summary>The distance to expect from samples of these sizes of the reference's distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, long currentRows, ReadOnlySpan<double> values)
    {
        if (TwoSamples.Totals(reference, reference, out var n, out _) is not null || currentRows == 0)
        {
            return Estimate.Undefined("a sample is empty");
        }

        var (below, sum) = (0L, 0.0);
        for (var cell = 0; cell + 1 < reference.Length; cell++)
        {
            below += reference[cell];
            var f = (double)below / n;
            sum += Math.Sqrt(f * (1 - f)) * (values[cell + 1] - values[cell]);
        }

        return Estimate.Of(sum * Math.Sqrt(2 / Math.PI * ((1.0 / n) + (1.0 / currentRows))));
    }
}
