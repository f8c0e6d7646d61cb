using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of a monitor that say how finely and how patiently it watches.</summary>
internal static class MonitorTuningKeys
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The keys.</summary>
    public static IEnumerable<Key<MonitorConfiguration>> All =>
    [
        Span("block", Second, TimeSpan.FromDays(30), monitor => monitor.Block, (monitor, value) => monitor with { Block = value },
            ChangeEffect.NeedsEpoch, "the span of event time that is judged at once"),
        new Key<MonitorConfiguration, string>(
            new FalseAlarmsType(), monitor => monitor.FalseAlarms, (monitor, value) => monitor with { FalseAlarms = value })
        {
            Name = "falseAlarms",
            Effect = ChangeEffect.NeedsEpoch,
            Documentation = "how many false alarms the whole monitor may raise, all columns together",
        },
        Integer("rowsPerBlock", 1, 10_000_000, monitor => monitor.RowsPerBlock, (monitor, value) => monitor with { RowsPerBlock = value },
            ChangeEffect.NeedsEpoch, "how many rows a block usually has: what thresholds are calibrated for"),
        Integer("minimumRows", 1, 10_000_000, monitor => monitor.MinimumRows, (monitor, value) => monitor with { MinimumRows = value },
            ChangeEffect.NeedsEpoch, "blocks with fewer rows are joined with the next"),
        Integer("maxJoin", 1, 1000, monitor => monitor.MaxJoin, (monitor, value) => monitor with { MaxJoin = value },
            ChangeEffect.NeedsEpoch, "how many blocks are joined at most before the verdict is undefined"),
        Integer("chunk", 256, 65_536, monitor => monitor.Chunk, (monitor, value) => monitor with { Chunk = value },
            ChangeEffect.NeedsEpoch, "how many records of a source partition make a chunk of the ledger; fewer where there are many columns, so that a record about a chunk stays below 512 KiB"),
        Span("idleAfter", Second, TimeSpan.FromDays(1), monitor => monitor.IdleAfter,
            (monitor, value) => monitor with { IdleAfter = value },
            ChangeEffect.Live, "how long the end of a partition must have been reached before the partition counts as idle"),
        Integer("maxOpenBlocks", 2, 10_000, monitor => monitor.MaxOpenBlocks, (monitor, value) => monitor with { MaxOpenBlocks = value },
            ChangeEffect.Live, "how many blocks a partition may be ahead of the slowest before it is paused"),
        Span("futureTolerance", TimeSpan.Zero, TimeSpan.FromDays(30), monitor => monitor.FutureTolerance,
            (monitor, value) => monitor with { FutureTolerance = value },
            ChangeEffect.NeedsEpoch, "how far an event time may lie after the record's Kafka timestamp before the row is rejected"),
        Integer("snapshotEvery", 10, 10_000_000, monitor => monitor.SnapshotEvery,
            (monitor, value) => monitor with { SnapshotEvery = value },
            ChangeEffect.NeedsRestart, "how many records of an internal topic lie between two snapshots"),
    ];

    private static Key<MonitorConfiguration, TimeSpan> Span(
        string name,
        TimeSpan minimum,
        TimeSpan maximum,
        Func<MonitorConfiguration, TimeSpan> get,
        Func<MonitorConfiguration, TimeSpan, MonitorConfiguration> with,
        ChangeEffect effect,
        string documentation) =>
        new(new SpanType(minimum, maximum), get, with) { Name = name, Effect = effect, Documentation = documentation };

    private static Key<MonitorConfiguration, int> Integer(
        string name,
        int minimum,
        int maximum,
        Func<MonitorConfiguration, int> get,
        Func<MonitorConfiguration, int, MonitorConfiguration> with,
        ChangeEffect effect,
        string documentation) =>
        new(new IntegerType(minimum, maximum), get, with) { Name = name, Effect = effect, Documentation = documentation };
}
