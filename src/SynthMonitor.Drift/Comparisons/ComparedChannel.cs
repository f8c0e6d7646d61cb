using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>One column's cells in both samples.</summary>
internal sealed class ComparedChannel
{
    private readonly PooledCells pooled;

    /// <summary>Counts the cells of a channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="coding">Its column's codes.</param>
    /// <param name="reference">The reference's counts by code.</param>
    /// <param name="current">The sample's counts by code.</param>
    public ComparedChannel(Channel channel, ColumnCodes coding, ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        (Channel, Reference, Current) = (channel, CellsOf(channel, reference), CellsOf(channel, current));
        pooled = new PooledCells(channel, coding, Reference, Current);
    }

    public Channel Channel { get; }

    /// <summary>The reference's counts by cell.</summary>
    public long[] Reference { get; }

    /// <summary>The sample's counts by cell.</summary>
    public long[] Current { get; }

    /// <summary>The cell that stands for a cell.</summary>
    public int CellFor(int cell) => pooled[cell];

    /// <summary>Counts with rare cells pooled.</summary>
    public long[] Pool(long[] counts) => pooled.Pool(counts);

    /// <summary>The share of the reference's rows that bear a code.</summary>
    public double ReferenceShare(byte code) => Share(Reference, code);

    /// <summary>The share of the sample's rows that bear a code.</summary>
    public double CurrentShare(byte code) => Share(Current, code);

    private double Share(long[] cells, byte code) => Channel.Codes.IndexOf(code) is var cell and >= 0 ? (double)cells[cell] / cells.Sum() : 0;

    private static long[] CellsOf(Channel channel, ReadOnlySpan<long> codes)
    {
        var cells = new long[channel.Cells];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = codes[channel.Codes[cell]];
        }

        return cells;
    }
}
