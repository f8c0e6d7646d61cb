using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>A stream that was watched.</summary>
/// <param name="Reference">What its first blocks were compared with.</param>
/// <param name="File">The rows of the file.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Options">How it was watched.</param>
/// <param name="Watch">What was found.</param>
internal sealed record WatchedStream(Reference Reference, Table File, RowBlocks Blocks, MonitorOptions Options, StreamWatch Watch)
{
    private readonly int[] placeOfRow = PlacesOf(File, Blocks);

    /// <summary>The alarms about inputs and scores.</summary>
    public IReadOnlyList<BlockAlarm> DriftAlarms { get; } = [.. Watch.Alarms.Where(alarm => alarm.Kind == AlarmList.Drift)];

    /// <summary>The alarms about the error rate.</summary>
    public IReadOnlyList<BlockAlarm> PerformanceAlarms { get; } = [.. Watch.Alarms.Where(alarm => alarm.Kind == AlarmList.Performance)];

    /// <summary>The position, among all blocks, of the block that holds a row of the file.</summary>
    public int PlaceOf(int row) => placeOfRow[row];

    /// <summary>For each block what a step says of it; null where it was not seen.</summary>
    public double?[] ByPlace<T>(IEnumerable<(RowBlock Block, T Step)> steps, Func<T, double?> value)
    {
        var values = new double?[Blocks.Blocks.Length];
        foreach (var (block, step) in steps)
        {
            values[PlaceOf(Blocks.Order[block.Start])] = value(step);
        }

        return values;
    }

    /// <summary>What a row is called: its number in the file, and its time where there is one.</summary>
    public string NameOf(int row) => Figure.Row(File, row);

    private static int[] PlacesOf(Table file, RowBlocks blocks)
    {
        var places = new int[file.Rows];
        for (var place = 0; place < blocks.Blocks.Length; place++)
        {
            foreach (var row in blocks.Order.AsSpan().Slice(blocks.Blocks[place].Start, blocks.Blocks[place].Rows))
            {
                places[row] = place;
            }
        }

        return places;
    }
}
