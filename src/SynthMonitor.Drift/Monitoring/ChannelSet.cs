using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Derived;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// The columns that a monitor watches: features, segments, score, prediction, and what is derived from several features. The target is not among them: it comes late, and is judged
/// with the outcomes.
/// </summary>
internal sealed class ChannelSet
{
    public ChannelSet(Reference reference, MonitorOptions options)
    {
        var channels = ImmutableArray.CreateBuilder<Channel>();
        for (var column = 0; column < reference.Watched.Columns.Length; column++)
        {
            if (column >= reference.Codebook.Columns.Length || IsWatched(reference, column))
            {
                channels.Add(new Channel(reference, column, Cells, options));
                Cells += channels[^1].Cells;
            }
        }

        Channels = channels.ToImmutable();
    }

    public ImmutableArray<Channel> Channels { get; }

    /// <summary>The length of a flat vector.</summary>
    public int Cells { get; }

    /// <summary>The flat vector of a reference; in derived channels of the rows that none was fitted on.</summary>
    public long[] Flatten(Reference reference)
    {
        var flat = new long[Cells];
        var cells = CellsOf(reference);
        foreach (var (channel, rows) in Channels.Zip(cells))
        {
            for (var row = 0; row < rows.Length; row++)
            {
                flat[channel.Offset + rows[row]] += channel.IsDerived && InterleavedHalves.IsFitted(row) ? 0 : 1;
            }
        }

        return flat;
    }

    /// <summary>The flat vector of a profile.</summary>
    public long[] Flatten(Profile profile)
    {
        var flat = new long[Cells];
        foreach (var channel in Channels)
        {
            var counts = profile[channel.Column];
            for (var cell = 0; cell < channel.Cells; cell++)
            {
                flat[channel.Offset + cell] = counts[channel.Codes[cell]];
            }
        }

        return flat;
    }

    /// <summary>For each channel, the cell of each of the reference's rows.</summary>
    public byte[][] CellsOf(Reference reference)
    {
        var rows = reference.Derived is { } derived ? reference.Codes.Beside(derived.Codes) : reference.Codes;
        var cells = new byte[Channels.Length][];
        for (var index = 0; index < cells.Length; index++)
        {
            var channel = Channels[index];
            var cellOf = new byte[256];
            for (var cell = 0; cell < channel.Cells; cell++)
            {
                cellOf[channel.Codes[cell]] = (byte)cell;
            }

            var codes = rows[channel.Column];
            cells[index] = new byte[codes.Length];
            for (var row = 0; row < codes.Length; row++)
            {
                cells[index][row] = cellOf[codes[row]];
            }
        }

        return cells;
    }

    private static bool IsWatched(Reference reference, int column) =>
        reference.Schema[reference.Schema.IndexOf(reference.Codebook.Columns[column].Name)].Role
            is ColumnRole.Feature or ColumnRole.Segment or ColumnRole.Score or ColumnRole.Prediction;
}
