namespace SynthMonitor.Drift.Statistics.Distributions;

/// <summary>How many paths have reached a point with each sum, in order of the sums.</summary>
/// <param name="Sums">The sums, rising.</param>
/// <param name="Counts">The paths with each.</param>
internal readonly record struct PathCounts(long[] Sums, double[] Counts)
{
    public static PathCounts None => new([], []);

    public static PathCounts Start => new([0], [1]);

    /// <summary>The paths of either.</summary>
    public static PathCounts Merge(PathCounts a, PathCounts b)
    {
        var (sums, counts) = (new long[a.Sums.Length + b.Sums.Length], new double[a.Sums.Length + b.Sums.Length]);
        var (i, j, length) = (0, 0, 0);
        for (; i < a.Sums.Length || j < b.Sums.Length; length++)
        {
            var sum = j == b.Sums.Length || (i < a.Sums.Length && a.Sums[i] <= b.Sums[j]) ? a.Sums[i] : b.Sums[j];
            sums[length] = sum;
            counts[length] += i < a.Sums.Length && a.Sums[i] == sum ? a.Counts[i++] : 0;
            counts[length] += j < b.Sums.Length && b.Sums[j] == sum ? b.Counts[j++] : 0;
        }

        return new(sums[..length], counts[..length]);
    }

    /// <summary>The same paths with more in each sum; those at the limit or beyond leave the list and are counted.</summary>
    public PathCounts Advance(long addend, long limit, out double passed)
    {
        var kept = 0;
        while (kept < Sums.Length && Sums[kept] + addend < limit)
        {
            Sums[kept++] += addend;
        }

        passed = Counts.AsSpan(kept).ToArray().Sum();
        return new(Sums[..kept], Counts[..kept]);
    }
}
