using SynthMonitor.Data.Tables;

namespace SynthMonitor.Backends;

/// <summary>Rows read back from the log, in order of event time and origin.</summary>
/// <param name="Features">Raw feature values.</param>
/// <param name="Times">Event times of the predictions, milliseconds.</param>
/// <param name="Scores">Logged scores; <see cref="Number.Missing"/> where there is none.</param>
/// <param name="Models">Versions of the models that gave the scores.</param>
/// <param name="Labels">Labels as text; null where none has come.</param>
internal sealed record JoinedRows(Table Features, long[] Times, double[] Scores, string[] Models, string?[] Labels)
{
    /// <summary>The number of rows.</summary>
    public int Rows => Times.Length;

    /// <summary>The positions of the rows that meet a condition.</summary>
    public int[] Where(Func<int, bool> condition) => [.. Enumerable.Range(0, Rows).Where(condition)];

    /// <summary>Some of the rows, in the given order.</summary>
    public JoinedRows Take(int[] rows) => new(
        Features.Take(rows),
        Array.ConvertAll(rows, row => Times[row]),
        Array.ConvertAll(rows, row => Scores[row]),
        Array.ConvertAll(rows, row => Models[row]),
        Array.ConvertAll(rows, row => Labels[row]));

    /// <summary>What one model version said of each row; <see cref="Number.Missing"/> where another one was asked.</summary>
    /// <param name="model">The version, or null for whichever was asked.</param>
    public double[] ScoresOf(string? model) =>
        [.. Scores.Select((score, row) => model is null || Models[row] == model ? score : Number.Missing)];
}
