namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// What statistics on cells are on average where both samples come of one distribution. To first order every divergence is a multiple of
/// Pearson's <c>Σ (p − q)² / p</c>, whose mean over B cells is <c>(B − 1)(1/N + 1/M)</c>.
/// </summary>
internal static class NullMoments
{
    /// <summary>A share of <c>(B − 1)(1/N + 1/M)</c>.</summary>
    public static Estimate Divergence(double share, int cells, long referenceRows, long currentRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cells, 1);
        return referenceRows > 0 && currentRows > 0
            ? Estimate.Of(share * (cells - 1) * ((1.0 / referenceRows) + (1.0 / currentRows)))
            : Estimate.Undefined("a sample is empty");
    }

    /// <summary>A divergence less its null mean, at least 0.</summary>
    public static Estimate Less(Estimate divergence, Estimate nullMean) =>
        !divergence.IsDefined ? divergence : !nullMean.IsDefined ? nullMean : Estimate.Of(Math.Max(0, divergence.Value!.Value - nullMean.Value!.Value));

    /// <summary>The root of an estimate.</summary>
    public static Estimate Root(Estimate squared) => squared.Value is { } value ? Estimate.Of(Math.Sqrt(value)) : squared;

    /// <summary>The square of an estimate.</summary>
    public static Estimate Square(Estimate root) => root.Value is { } value ? Estimate.Of(value * value) : root;
}
