namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>The shares of cells.</summary>
internal static class Shares
{
    private const double LeastShare = 1e-4;

    /// <summary>The shares of both samples.</summary>
    /// <returns>Why the samples cannot be compared, or null.</returns>
    public static string? Of(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Smoothing smoothing, out double[] p, out double[] q)
    {
        (p, q) = ([], []);
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return reason;
        }

        (p, q) = (Of(reference, n, smoothing), Of(current, m, smoothing));
        return null;
    }

    private static double[] Of(ReadOnlySpan<long> counts, long total, Smoothing smoothing)
    {
        var shares = new double[counts.Length];
        var (added, least) = (smoothing == Smoothing.Jeffreys ? 0.5 : 0, double.PositiveInfinity);
        for (var cell = 0; cell < shares.Length; cell++)
        {
            shares[cell] = (counts[cell] + added) / (total + (added * shares.Length));
            least = shares[cell] > 0 ? Math.Min(least, shares[cell]) : least;
        }

        var floor = least <= LeastShare ? least / 1e6 : LeastShare;
        return smoothing == Smoothing.Floor ? [.. shares.Select(share => share == 0 ? floor : share)] : shares;
    }
}
