namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Two-sample Anderson–Darling statistic on ordered cells: <c>n_e Σ h (F − G)² / (H (1 − H))</c> with pooled shares h, pooled distribution H
/// and <c>n_e = NM / (N + M)</c>; the last cell adds nothing. Range [0, ∞). Of all statistics on cells it has the most power for shifts of
/// location and scale, which move many cells a little. Null mean: the pooled share
/// of all cells but the last that occurs, times T / (T − 1). Its null distribution depends on the cells: calibrate it.
/// Cost: one division per cell. Source: Pettitt 1976, Scholz and Stephens 1987.
/// </summary>
public static class AndersonDarling
{
    /// <summary>The statistic.</summary>
    /// <param name="reference">Counts in order of value.</param>
    /// <param name="current">Counts in order of value.</param>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        return Estimate.Of(Compute(reference, current, n, m));
    }

    /// <summary>The statistic of samples whose totals are known and not zero.</summary>
    internal static double Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, long referenceRows, long currentRows)
    {
        double n = referenceRows, m = currentRows;
        var total = referenceRows + currentRows;
        long below = 0, belowCurrent = 0;
        var sum = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            var pooled = reference[cell] + current[cell];
            below += reference[cell];
            belowCurrent += current[cell];
            var lower = below + belowCurrent;
            var upper = total - lower;
            if (pooled > 0 && upper > 0)
            {
                var difference = (below * m) - (belowCurrent * n);
                sum += pooled * difference * difference / ((double)lower * upper);
            }
        }

        return sum / (n * m);
    }

    /// <summary>The statistic to expect from two samples of their pooled distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var last = reference.Length - 1;
        while (reference[last] + current[last] == 0)
        {
            last--;
        }

        double total = n + m;
        return Estimate.Of((total - reference[last] - current[last]) / (total - 1));
    }
}
