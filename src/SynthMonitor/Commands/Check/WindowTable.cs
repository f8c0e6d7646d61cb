using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Monitoring;

namespace SynthMonitor.Commands.Check;

/// <summary>What a monitor said, as a table for <c>--windows</c>: a row for each block, window length and column, or one for a block without a verdict.</summary>
internal static class WindowTable
{
    private static readonly ChannelStep[] NoChannel = [new("", double.NaN, "", double.NaN, double.NaN, "", double.NaN, double.NaN, 0)];

    /// <summary>Makes the table.</summary>
    /// <param name="judged">What the monitor said.</param>
    /// <param name="order">For each row in order of time its row in the file.</param>
    public static Table Of(IReadOnlyList<JudgedBlock> judged, IReadOnlyList<int> order)
    {
        var rows = judged.SelectMany(item => (item.Windows.IsEmpty ? NoChannel : [.. item.Windows])
            .Select(channel => (item.Block, item.Step, Channel: channel))).ToArray();

        NumberColumn Integers(string name, Func<(RowBlock Block, MonitorStep Step, ChannelStep Channel), double> value) =>
            new(new ColumnSchema(name, ColumnKind.Integer), [.. rows.Select(row => OrMissing(value(row)))]);
        NumberColumn Numbers(string name, Func<(RowBlock Block, MonitorStep Step, ChannelStep Channel), double> value) =>
            new(new ColumnSchema(name, ColumnKind.Numeric), [.. rows.Select(row => OrMissing(value(row)))]);
        NameColumn Names(string name, Func<(RowBlock Block, MonitorStep Step, ChannelStep Channel), string> value) =>
            NameColumn.From(new ColumnSchema(name, ColumnKind.Categorical), rows.Select(row => value(row) is { Length: > 0 } text ? text : null));

        return new Table(
        [
            Integers("block", row => row.Block.Number),
            Integers("row", row => order[row.Block.End - 1]),
            Integers("rows", row => row.Block.Rows),
            Numbers("score", row => row.Step.Score.Value ?? double.NaN),
            Numbers("threshold", row => row.Step.Threshold),
            new NumberColumn(new ColumnSchema("alarm", ColumnKind.Boolean), [.. rows.Select(row => row.Step.Alarm is null ? 0.0 : 1)]),
            Names("column", row => row.Channel.Name),
            Numbers("z", row => row.Channel.Z),
            Names("statisticName", row => row.Channel.StatisticName),
            Numbers("statistic", row => row.Channel.Statistic),
            Numbers("pValue", row => row.Channel.PValue),
            Names("effectName", row => row.Channel.EffectName),
            Numbers("effect", row => row.Channel.Effect),
            Numbers("floor", row => row.Channel.Floor),
            Integers("scale", row => row.Channel.Scale == 0 ? double.NaN : row.Channel.Scale),
        ]);
    }

    private static double OrMissing(double value) => double.IsNaN(value) ? Number.Missing : value;
}
