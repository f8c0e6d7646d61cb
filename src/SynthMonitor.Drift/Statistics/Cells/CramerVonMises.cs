namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Two-sample Cramér–von Mises statistic on ordered cells: <c>n_e Σ h (F − G)²</c> with pooled shares h and <c>n_e = NM / (N + M)</c>. Range
/// [0, ∞). Null mean <c>Σ h H (1 − H)</c> with the pooled distribution H, 1/6 for many fine cells. Its null distribution depends on the cells:
/// calibrate or permute it. Cost: one pass. Source: Anderson 1962.
/// </summary>
public static class CramerVonMises
{
    /// <summary>The statistic.</summary>
    /// <param name="reference">Counts in order of value.</param>
    /// <param name="current">Counts in order of value.</param>
    public static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        Sum(reference, current, (n, m, _, difference) => n * m / (n + m) * difference * difference);

    /// <summary>The statistic to expect from two samples of their pooled distribution.</summary>
    public static Estimate NullMean(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        Sum(reference, current, (n, m, pooled, _) => (n + m) / (n + m - 1) * pooled * (1 - pooled));

    private static Estimate Sum(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Func<double, double, double, double, double> term)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var (below, belowCurrent, sum) = (0L, 0L, 0.0);
        for (var cell = 0; cell < reference.Length; cell++)
        {
            below += reference[cell];
            belowCurrent += current[cell];
            var share = (double)(reference[cell] + current[cell]) / (n + m);
            sum += share * term(n, m, (double)(below + belowCurrent) / (n + m), ((double)below / n) - ((double)belowCurrent / m));
        }

        return Estimate.Of(sum);
    }
}
