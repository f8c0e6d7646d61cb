using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>The buckets of one size, 2^row values each, the oldest first: their sums and sums of squared deviations.</summary>
internal sealed class AdwinBuckets(int maximum)
{
    private readonly double[] totals = new double[maximum + 1];
    private readonly double[] deviations = new double[maximum + 1];
    private int count;

    /// <summary>The number of buckets.</summary>
    public int Count => count;

    /// <summary>The sum of each bucket's values.</summary>
    public ReadOnlySpan<double> Totals => totals.AsSpan(0, count);

    /// <summary>The sum of each bucket's squared deviations from its mean.</summary>
    public ReadOnlySpan<double> Deviations => deviations.AsSpan(0, count);

    /// <summary>Adds a bucket as the newest.</summary>
    public void Add(double total, double deviation)
    {
        (totals[count], deviations[count]) = (total, deviation);
        count++;
    }

    /// <summary>Removes the oldest buckets.</summary>
    public void RemoveOldest(int removed)
    {
        totals.AsSpan(removed, count - removed).CopyTo(totals);
        deviations.AsSpan(removed, count - removed).CopyTo(deviations);
        count -= removed;
    }

    public void Clear() => count = 0;

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref count, maximum);
        state.Exchange(totals.AsSpan(0, count));
        state.Exchange(deviations.AsSpan(0, count));
    }
}
