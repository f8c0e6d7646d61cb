namespace SynthMonitor.Drift.LabelFree;

/// <summary>Rows grouped by score, in descending order.</summary>
internal static class RankedRows
{
    /// <param name="scores">The scores to rank by.</param>
    /// <param name="positives">The chance of each to be positive, or 1 and 0 for labels.</param>
    public static RankedGroup[] Descending(ReadOnlySpan<double> scores, ReadOnlySpan<double> positives)
    {
        var (keys, values) = (scores.ToArray(), positives.ToArray());
        Array.Sort(keys, values);
        var groups = new List<RankedGroup>();
        for (var end = keys.Length; end > 0;)
        {
            var start = end - 1;
            var sum = values[start];
            for (; start > 0 && keys[start - 1] == keys[end - 1]; start--)
            {
                sum += values[start - 1];
            }

            groups.Add(new RankedGroup(end - start, sum));
            end = start;
        }

        return [.. groups];
    }
}
