namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// A channel's cells pooled into a few of similar reference mass: where only the place of a change is asked for, many cells would only add
/// noise.
/// </summary>
internal sealed class CoarseCells
{
    private const int RegularGroups = 8;
    private readonly Channel channel;
    private readonly int[] groups;

    /// <summary>Pools the cells of a channel.</summary>
    public CoarseCells(Channel channel, ReadOnlySpan<long> reference)
    {
        this.channel = channel;
        var counts = channel.Of(reference);
        var first = channel.IsOrdered ? Channel.Unordered + 1 : Channel.Unordered;
        var end = channel.IsOrdered ? channel.Cells - 1 : channel.Cells;
        double regular = 0;
        for (var cell = first; cell < end; cell++)
        {
            regular += counts[cell];
        }

        groups = new int[channel.Cells];
        double below = 0;
        for (var cell = 0; cell < groups.Length; cell++)
        {
            var isRegular = cell >= first && cell < end;
            groups[cell] = !isRegular ? Math.Min(cell, first)
                : first + 1 + Math.Min(RegularGroups - 1, (int)((below + (counts[cell] / 2.0)) / Math.Max(1, regular) * RegularGroups));
            below += isRegular ? counts[cell] : 0;
        }
    }

    /// <summary>The number of groups that can occur.</summary>
    public const int Count = Channel.Unordered + 2 + RegularGroups;

    /// <summary>Adds the counts of a flat vector to the groups.</summary>
    public void AddTo(Span<long> pooled, ReadOnlySpan<long> flat, int sign)
    {
        var counts = channel.Of(flat);
        for (var cell = 0; cell < counts.Length; cell++)
        {
            pooled[groups[cell]] += sign * counts[cell];
        }
    }
}
