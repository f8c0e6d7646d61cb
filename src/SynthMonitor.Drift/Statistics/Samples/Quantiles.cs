namespace SynthMonitor.Drift.Statistics.Samples;

/// <summary>Quantiles of finite numbers, interpolated between order statistics (Hyndman and Fan 1996).</summary>
internal static class Quantiles
{
    /// <summary>The middle value, or the mean of both.</summary>
    public static double Median(double[] sample)
    {
        double[] sorted = [.. sample];
        Array.Sort(sorted);
        return Linear(sorted, 0.5);
    }

    /// <summary>Hyndman and Fan's type 7, NumPy's default: at <c>(n − 1) p</c>, counted from 0.</summary>
    public static double Linear(double[] sorted, double share) => At(sorted, (sorted.Length - 1) * share);

    /// <summary>Hyndman and Fan's type 8, median-unbiased for every law: at <c>(n + ⅓) p − ⅔</c>, counted from 0.</summary>
    public static double MedianUnbiased(double[] sorted, double share) => At(sorted, ((sorted.Length + (1.0 / 3)) * share) - (2.0 / 3));

    private static double At(double[] sorted, double position)
    {
        var place = Math.Clamp(position, 0, sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var (low, high, fraction) = (sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], place - below);

        return double.IsInfinity(high - low) ? (low * (1 - fraction)) + (high * fraction) : low + ((high - low) * fraction);
    }
}
