namespace SynthMonitor.Drift.Statistics;

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

    /// <summary>The natural distance to expect from two samples of one distribution.</summary>
    public static Estimate NaturalNullMean(int cells, long referenceRows, long currentRows) =>
        referenceRows > 0 && currentRows > 0
            ? Estimate.Of(Math.Sqrt((cells - 1) * ((1.0 / referenceRows) + (1.0 / currentRows)) / 8))
            : Estimate.Undefined("a sample is empty");

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
            var middle = (p + q) / 2;
            sum += Term(p, middle) + Term(q, middle);
        }

        return Estimate.Of(Math.Sqrt(Math.Max(0, sum) / 2 * unit));
    }

    private static double Term(double share, double middle) => share == 0 ? 0 : share * Math.Log(share / middle);
}
