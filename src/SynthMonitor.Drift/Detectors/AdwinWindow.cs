using SynthMonitor.Drift.Streams;

namespace SynthMonitor.Drift.Detectors;

/// <summary>
/// ADWIN's window as an exponential histogram: rows of buckets of 2^row values each, the oldest in the last row. Sums of squared deviations
/// are kept by the pairwise update of Chan, Golub and LeVeque (1979).
/// </summary>
internal sealed class AdwinWindow(int maximumBuckets)
{
    private readonly List<AdwinBuckets> rows = [new(maximumBuckets)];
    private int used = 1;
    private long width;
    private double total;
    private double deviation;

    /// <summary>The number of values.</summary>
    public long Width => width;

    /// <summary>The sum of the values.</summary>
    public double Total => total;

    /// <summary>The sum of squared deviations from the mean.</summary>
    public double Deviation => deviation;

    /// <summary>The number of rows; the first holds single values.</summary>
    public int Rows => used;

    /// <summary>The sums of a row's buckets, the oldest first.</summary>
    public ReadOnlySpan<double> TotalsOf(int row) => rows[row].Totals;

    public void Add(double value)
    {
        rows[0].Add(value, 0);
        width++;
        if (width > 1)
        {
            var difference = value - (total / (width - 1));
            deviation += (width - 1) * difference * difference / width;
        }

        total += value;
        Compress();
    }

    /// <summary>Drops the oldest bucket.</summary>
    public void DropOldest()
    {
        var oldest = rows[used - 1];
        var size = Math.ScaleB(1, used - 1);
        width -= (long)size;
        total -= oldest.Totals[0];
        var difference = (oldest.Totals[0] / size) - (total / width);
        deviation -= oldest.Deviations[0] + (size * width * difference * difference / (size + width));
        oldest.RemoveOldest(1);
        while (used > 1 && rows[used - 1].Count == 0)
        {
            used--;
        }
    }

    public void Clear()
    {
        for (; used > 1; used--)
        {
            rows[used - 1].Clear();
        }

        rows[0].Clear();
        (width, total, deviation) = (0, 0, 0);
    }

    public void Exchange(StateExchange state)
    {
        state.Exchange(ref width);
        state.Exchange(ref total);
        state.Exchange(ref deviation);
        var more = used - 1;
        state.Exchange(ref more, 62);
        used = more + 1;
        for (var row = 0; row < used; row++)
        {
            Row(row).Exchange(state);
        }
    }

    private AdwinBuckets Row(int row)
    {
        if (row == rows.Count)
        {
            rows.Add(new AdwinBuckets(maximumBuckets));
        }

        return rows[row];
    }

    private void Compress()
    {
        for (var row = 0; row < used && rows[row].Count == maximumBuckets + 1; row++)
        {
            var (older, size) = (rows[row], Math.ScaleB(1, row));
            var difference = (older.Totals[0] / size) - (older.Totals[1] / size);
            var between = size * size * difference * difference / (size + size);
            Row(row + 1).Add(older.Totals[0] + older.Totals[1], older.Deviations[0] + older.Deviations[1] + between);
            used = Math.Max(used, row + 2);
            older.RemoveOldest(2);
        }
    }
}
