namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Energy distance on ordered cells with one representative value each: <c>√(2 Σ (F − G)² (v[i+1] − v[i]))</c>. Range [0, ∞), in the square root
/// of the values' unit. Null mean about <c>√(2 (1/N + 1/M) Σ H (1 − H) (v[i+1] − v[i]))</c>. Cost: one pass. Equal to
/// scipy.stats.energy_distance with weights.
/// </summary>
public static class EnergyDistance
{
    /// <summary>The distance.</summary>
    /// <param name="reference">Counts in order of value.</param>
    /// <param name="current">Counts in order of value.</param>
    /// <param name="values">A finite value for each cell, not falling.</param>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> values) =>
        NullMoments.Root(Squared(reference, current, values, (_, difference) => 2 * difference * difference));

    /// <summary>The distance, chance taken off: <c>√(d² − d₀²)</c> with the null mean d₀, 0 where d is less.</summary>
    public static Estimate Corrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> values) =>
        NullMoments.Root(NullMoments.Less(
            NullMoments.Square(Compute(reference, current, values)), NullMoments.Square(NullMean(reference, current, values))));

    /// <summary>The distance to expect from two samples of their pooled distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> values)
    {
        var inverse = (1.0 / TwoSamples.Sum(reference)) + (1.0 / TwoSamples.Sum(current));
        return NullMoments.Root(Squared(reference, current, values, (pooled, _) => 2 * inverse * pooled * (1 - pooled)));
    }

    private static Estimate Squared(
        ReadOnlySpan<long> reference, ReadOnlySpan<long> current, ReadOnlySpan<double> values, Func<double, double, double> term)
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
            var difference = ((double)below / n) - ((double)belowCurrent / m);
            sum += term((double)(below + belowCurrent) / (n + m), difference) * (values[cell + 1] - values[cell]);
        }

        return Estimate.Of(sum);
    }
}
