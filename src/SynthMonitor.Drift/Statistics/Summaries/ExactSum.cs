namespace SynthMonitor.Drift.Statistics.Summaries;

/// <summary>
/// Sums of doubles without rounding on the way: partial sums that do not overlap, each operation's error kept (Shewchuk 1997).
/// </summary>
internal static class ExactSum
{
    /// <summary>The mean of finite numbers; they are halved on the way, so that the sum does not overflow while the mean does not.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var isLarge = false;
        foreach (var value in values)
        {
            isLarge |= Math.Abs(value) > double.MaxValue / values.Length;
        }

        // A power of two scales exactly, but for the smallest numbers, which are as nothing beside such large ones.
        var scale = isLarge ? Math.ScaleB(1, -Math.ILogB(values.Length) - 2) : 1;
        return Sum(values, scale) / values.Length / scale;
    }

    private static double Sum(ReadOnlySpan<double> values, double scale)
    {
        var partials = new List<double>();
        foreach (var value in values)
        {
            var (x, kept) = (value * scale, 0);
            for (var i = 0; i < partials.Count; i++)
            {
                var y = partials[i];
                (x, y) = Math.Abs(x) < Math.Abs(y) ? (y, x) : (x, y);
                var sum = x + y;
                var error = y - (sum - x);
                if (error != 0)
                {
                    partials[kept++] = error;
                }

                x = sum;
            }

            partials.RemoveRange(kept, partials.Count - kept);
            partials.Add(x);
        }

        return partials.Sum();
    }
}
