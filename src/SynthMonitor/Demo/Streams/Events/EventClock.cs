namespace SynthMonitor.Demo.Streams.Events;

/// <summary>Event time of a stream whose rows follow each other evenly, a fixed number to a block.</summary>
/// <param name="Start">The event time of row 0: the start of block 0.</param>
/// <param name="Block">The span of a block; a whole number of milliseconds for each row.</param>
/// <param name="RowsPerBlock">The number of rows in a block; at least 1.</param>
public sealed record EventClock(DateTimeOffset Start, TimeSpan Block, int RowsPerBlock)
{
    /// <summary>A row every 300 ms from 2024-01-01T00:00:00Z on, 200 to a block of a minute: past and fixed, so that a run repeats.</summary>
    public static EventClock Default { get; } = new(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), 200);

    /// <summary>The event time of a row, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long MillisecondsOf(long row) =>
        Start.ToUnixTimeMilliseconds() + row * (Block.Ticks / TimeSpan.TicksPerMillisecond) / RowsPerBlock;

    /// <summary>The event time of a row.</summary>
    public DateTimeOffset TimeOf(long row) => DateTimeOffset.FromUnixTimeMilliseconds(MillisecondsOf(row));

    /// <summary>The number of the block, counted from the start of this clock, in which a row falls.</summary>
    public long BlockOf(long row) => row / RowsPerBlock;
}
