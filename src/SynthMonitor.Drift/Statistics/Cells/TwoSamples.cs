namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>What all two-sample statistics on cells check first.</summary>
internal static class TwoSamples
{
    /// <summary>The totals of both samples.</summary>
    /// <returns>Why the samples cannot be compared, or null.</returns>
    /// <exception cref="ArgumentException">The samples do not have the same cells.</exception>
    public static string? Totals(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, out long referenceTotal, out long currentTotal)
    {
        if (reference.Length != current.Length)
        {
            throw new ArgumentException($"{current.Length} cells where the reference has {reference.Length}", nameof(current));
        }

        referenceTotal = Sum(reference);
        currentTotal = Sum(current);
        return referenceTotal == 0 ? "the reference is empty" : currentTotal == 0 ? "the current sample is empty" : null;
    }

    /// <summary>The rows in all cells.</summary>
    public static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
