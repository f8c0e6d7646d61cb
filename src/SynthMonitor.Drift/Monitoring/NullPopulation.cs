using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>The reference as the population that streams without drift are drawn from.</summary>
internal sealed class NullPopulation
{
    public NullPopulation(Reference reference, MonitorOptions options)
    {
        Channels = new ChannelSet(reference, options);
        if (Channels.Channels.IsEmpty)
        {
            throw new ArgumentException("the reference has no column to watch: no feature, segment, score or prediction", nameof(reference));
        }

        Cells = Channels.CellsOf(reference);
        Rows = reference.Rows;
        RunLength = Monitoring.RunLength.Of([.. Cells.Where((_, index) => !Channels.Channels[index].IsDerived)], Rows);
        Novelties = [.. Enumerable.Range(0, Channels.Channels.Length).SelectMany(NoveltiesOf).Where(novelty => novelty.Rate > 0)];
        NoveltyRate = Novelties.Sum(novelty => novelty.Rate);
    }

    public ChannelSet Channels { get; }

    /// <summary>Whether some channels are derived.</summary>
    public bool HasDerived => Channels.Channels.Any(channel => channel.IsDerived);

    /// <summary>For each channel the cell of each row.</summary>
    public byte[][] Cells { get; }

    public int Rows { get; }

    public int RunLength { get; }

    /// <summary>The guards that no reference row bears, and how often a row bears them all the same.</summary>
    public ImmutableArray<(int Channel, int Cell, double Rate)> Novelties { get; }

    /// <summary>How many such guards a row bears on average.</summary>
    public double NoveltyRate { get; }

    private IEnumerable<(int Channel, int Cell, double Rate)> NoveltiesOf(int index)
    {
        var channel = Channels.Channels[index];
        var novelty = channel.Facts.Novelty;
        return
        [
            (index, channel.Codes.IndexOf(Code.Missing), novelty.Missing),
            (index, channel.Codes.IndexOf(Code.Below), novelty.Below),
            (index, channel.Codes.IndexOf(Code.Above), novelty.Above),
            (index, channel.Codes.IndexOf(Code.Unseen), novelty.Unseen),
        ];
    }
}
