using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Detectors;

/// <summary>The buckets of one size, 2^row values each, the oldest first: their sums and sums of squared deviations.</summary>
internal sealed class AdwinBuckets(int maximum)
{
    private readonly double[] totals = new double[maximum + 1];
    private readonly double[] deviations = new double[maximum + 1];

    /// <summary>The number of buckets.</summary>
    public int Count { get; private set; }

    /// <summary>The sum of a bucket's values.</summary>
    public double Total(int bucket) => totals[bucket];

    /// <summary>The sum of a bucket's squared deviations from its mean.</summary>
    public double Deviation(int bucket) => deviations[bucket];

    /// <summary>Adds a bucket as the newest.</summary>
    public void Add(double total, double deviation)
    {
        (totals[Count], deviations[Count]) = (total, deviation);
        Count++;
    }

    /// <summary>Removes the oldest buckets.</summary>
    public void RemoveOldest(int count)
    {
        totals.AsSpan(count, Count - count).CopyTo(totals);
        deviations.AsSpan(count, Count - count).CopyTo(deviations);
        Count -= count;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteDoubles(totals.AsSpan(0, Count));
        writer.WriteDoubles(deviations.AsSpan(0, Count));
    }

    public void Restore(PayloadReader reader)
    {
        var (readTotals, readDeviations) = (reader.ReadDoubles(), reader.ReadDoubles());
        if (readTotals.Length != readDeviations.Length || readTotals.Length > totals.Length)
        {
            throw reader.Fault($"{readTotals.Length} buckets of one size", $"at most {totals.Length}");
        }

        readTotals.CopyTo(totals, 0);
        readDeviations.CopyTo(deviations, 0);
        Count = readTotals.Length;
    }
}
