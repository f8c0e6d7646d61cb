using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// Which cells of a channel are pooled, by the counts of both samples together, so that the χ² distribution holds and a value that one sample
/// happens to lack is no finding: names seen fewer than <see cref="Enough"/> times, and those of the cell of rarer ones, join the names that the
/// reference does not know; what lies beyond the reference's range, if it is little, joins the outermost cell. Missing and not-a-number stay.
/// </summary>
internal sealed class PooledCells
{
    /// <summary>The pooled count from which a cell stands for itself.</summary>
    public const int Enough = 10;

    private const int Unseen = 1;

    private readonly int[] target;

    /// <summary>Pools the cells of a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="coding">Its column's codes.</param>
    /// <param name="reference">The reference's counts.</param>
    /// <param name="current">The sample's counts.</param>
    public PooledCells(Channel channel, ColumnCodes coding, ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        target = [.. Enumerable.Range(0, channel.Cells)];
        if (coding is NameCodes names)
        {
            for (var cell = Unseen + 1; cell < target.Length; cell++)
            {
                var isOfRarer = cell == target.Length - 1 && !names.Others.IsEmpty;
                target[cell] = isOfRarer || reference[cell] + current[cell] < Enough ? Unseen : cell;
            }
        }
        else if (channel.Cells > Channel.Unordered + 2)
        {
            const int below = Channel.Unordered;
            var above = channel.Cells - 1;
            target[below] = reference[below] + current[below] < Enough ? below + 1 : below;
            target[above] = reference[above] + current[above] < Enough ? above - 1 : above;
        }
    }

    /// <summary>The cell that stands for a cell.</summary>
    public int this[int cell] => target[cell];

    /// <summary>Counts with what is pooled in the cell that stands for it.</summary>
    public long[] Pool(ReadOnlySpan<long> counts)
    {
        var pooled = new long[counts.Length];
        for (var cell = 0; cell < counts.Length; cell++)
        {
            pooled[target[cell]] += counts[cell];
        }

        return pooled;
    }
}
