using System.Numerics;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// The last blocks' counts and, kept up to date by adding the newest block and subtracting the one that leaves, their sums over windows of
/// several lengths. Exact integers.
/// </summary>
internal sealed class WindowSums
{
    private readonly long[][] ring;
    private readonly long[] ringRows;
    private readonly long[] ringBlocks;
    private readonly int[] scales;
    private readonly long[][] sums;
    private readonly long[] sumRows;

    public WindowSums(int cells, int capacity, ReadOnlySpan<int> scales)
    {
        this.scales = scales.ToArray();
        ring = new long[capacity][];
        for (var slot = 0; slot < capacity; slot++)
        {
            ring[slot] = new long[cells];
        }

        ringRows = new long[capacity];
        ringBlocks = new long[capacity];
        sums = [.. this.scales.Select(_ => new long[cells])];
        sumRows = new long[scales.Length];
    }

    /// <summary>The number of blocks held.</summary>
    public int Count => (int)Math.Min(Total, ring.Length);

    /// <summary>The number of blocks pushed so far.</summary>
    public long Total { get; private set; }

    /// <summary>Whether as many blocks as a window needs were pushed.</summary>
    public bool IsFull(int scale) => Total >= scales[scale];

    /// <summary>The counts of a window.</summary>
    public ReadOnlySpan<long> this[int scale] => sums[scale];

    /// <summary>The rows of a window.</summary>
    public long Rows(int scale) => sumRows[scale];

    /// <summary>The counts of the block pushed <paramref name="age"/> blocks before the newest.</summary>
    public ReadOnlySpan<long> Block(int age) => ring[Slot(age)];

    /// <summary>That block's rows.</summary>
    public long BlockRows(int age) => ringRows[Slot(age)];

    /// <summary>That block's number.</summary>
    public long BlockNumber(int age) => ringBlocks[Slot(age)];

    /// <summary>Takes the next block.</summary>
    public void Push(long block, ReadOnlySpan<long> counts, long rows)
    {
        for (var scale = 0; scale < scales.Length; scale++)
        {
            if (Total >= scales[scale])
            {
                var leaving = scales[scale] - 1;
                Combine(sums[scale], Block(leaving), -1);
                sumRows[scale] -= BlockRows(leaving);
            }

            Combine(sums[scale], counts, 1);
            sumRows[scale] += rows;
        }

        Total++;
        counts.CopyTo(ring[Slot(0)]);
        ringRows[Slot(0)] = rows;
        ringBlocks[Slot(0)] = block;
    }

    private int Slot(int age) => (int)((Total - 1 - age) % ring.Length);

    private static void Combine(Span<long> sum, ReadOnlySpan<long> counts, int sign)
    {
        var width = Vector<long>.Count;
        var cell = 0;
        for (; cell <= sum.Length - width; cell += width)
        {
            var change = new Vector<long>(counts[cell..]);
            var current = new Vector<long>(sum[cell..]);
            (sign > 0 ? current + change : current - change).CopyTo(sum[cell..]);
        }

        for (; cell < sum.Length; cell++)
        {
            sum[cell] += sign * counts[cell];
        }
    }
}
