using SynthMonitor.Data.Tables;

namespace SynthMonitor.Backends;

/// <summary>Rows read back from the log, in order of event time and origin.</summary>
/// <param name="Features">Raw feature values.</param>
/// <param name="Times">Event times of the predictions, milliseconds.</param>
/// <param name="Scores">Logged scores; <see cref="Number.Missing"/> where there is none.</param>
/// <param name="Labels">Labels as text; null where none has come.</param>
internal sealed record JoinedRows(Table Features, long[] Times, double[] Scores, string?[] Labels)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Times.Length;

    /// <summary>The positions of the rows that meet a condition.</summary>
    public int[] Where(Func<int, bool> condition) => [.. Enumerable.Range(0, Rows).Where(condition)];
}
