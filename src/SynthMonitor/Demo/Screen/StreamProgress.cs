namespace SynthMonitor.Demo.Screen;

/// <summary>How far a stream is.</summary>
/// <param name="Fed">Rows fed.</param>
/// <param name="Counted">Rows that the ledger has counted.</param>
/// <param name="Total">Rows that there will be, or null where nobody knows.</param>
/// <param name="RowsPerSecond">Rows counted a second, of late.</param>
/// <param name="EventTime">The event time of the last row fed.</param>
internal sealed record StreamProgress(long Fed, long Counted, long? Total, double RowsPerSecond, DateTimeOffset EventTime)
{
    /// <summary>Rows that are fed and not counted yet.</summary>
    public long Lag => Math.Max(0, Fed - Counted);
}
