namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Jensen–Shannon distance: <c>√(½ KL(p‖m) + ½ KL(q‖m))</c> with <c>m = (p + q) / 2</c>. Range [0, √ln 2 ≈ 0.833] in nats, [0, 1] to base 2.
/// Null mean about <c>√((B − 1)(1/N + 1/M) / 8)</c> nats over B cells. Cost: two logarithms per cell.
/// Source: Endres and Schindelin 2003; equal to scipy.spatial.distance.jensenshannon.
/// </summary>
public static class JensenShannonDistance
{
    /// <summary>The distance with natural logarithms.</summary>
    public static Estimate Natural(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) => Compute(reference, current, 1);

    /// <summary>The distance with logarithms to base 2.</summary>
    public static Estimate Base2(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) => Compute(reference, current, 1 / Math.Log(2));

    /// <summary>The natural distance, chance taken off: <c>√(d² − d₀²)</c> with the null mean d₀, 0 where d is less.</summary>
    public static Estimate NaturalCorrected(ReadOnlySpan<long> reference, ReadOnlySpan<long> current) => NullMoments.Root(NullMoments.Less(
        NullMoments.Square(Natural(reference, current)),
        NullMoments.Divergence(1.0 / 8, reference.Length, TwoSamples.Sum(reference), TwoSamples.Sum(current))));

    /// <summary>The natural distance to expect from two samples of one distribution.</summary>
    public static Estimate NaturalNullMean(int cells, long referenceRows, long currentRows) =>
        NullMoments.Root(NullMoments.Divergence(1.0 / 8, cells, referenceRows, currentRows));

    private static Estimate Compute(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, double unit)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return Estimate.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            var (p, q) = ((double)reference[cell] / n, (double)current[cell] / m);
            if (p + q > 0)
            {
                sum += (p + q) / 2 * Divergence((p - q) / (p + q));
            }
        }

        return Estimate.Of(Math.Sqrt(sum / 2 * unit));
    }

    /// <summary>
    /// <c>(1 + d) ln(1 + d) + (1 − d) ln(1 − d)</c>: both terms of a cell whose shares are (1 ± d) times their mean. Near 0 by its series
    /// <c>Σ d^2k / (k (2k − 1))</c>, where the logarithms would cancel.
    /// </summary>
    private static double Divergence(double d)
    {
        var square = d * d;
        if (square < 0.01)
        {
            return square * (1 + (square * ((1.0 / 6) + (square * ((1.0 / 15) + (square * ((1.0 / 28) + (square * ((1.0 / 45) + (square / 66))))))))));
        }

        return Term(1 + d) + Term(1 - d);
    }

    private static double Term(double share) => share == 0 ? 0 : share * Math.Log(share);
}
