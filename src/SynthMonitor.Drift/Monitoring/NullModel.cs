using System.Collections.Immutable;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Mean and variance of each channel's statistics without drift, by the size of the window: at a quarter, a half, 1, 2, 4 … blocks' rows,
/// in between interpolated over the logarithm of the rows.
/// </summary>
/// <param name="RowsPerBlock">The rows of a usual block.</param>
/// <param name="Tracks">The number of channels times their statistics.</param>
/// <param name="Means">By level, then by track.</param>
/// <param name="Variances">By level, then by track.</param>
internal sealed record NullModel(int RowsPerBlock, int Tracks, ImmutableArray<double> Means, ImmutableArray<double> Variances)
{
    /// <summary>The levels below one block.</summary>
    public const int LevelsBelow = 2;

    private int Levels => Tracks == 0 ? 0 : Means.Length / Tracks;

    /// <summary>The rows of a level's windows.</summary>
    public static int RowsOf(int level, int rowsPerBlock) =>
        level < LevelsBelow ? Math.Max(1, rowsPerBlock >> (LevelsBelow - level)) : rowsPerBlock << (level - LevelsBelow);

    /// <summary>The matched distributions of windows of some size, by track.</summary>
    public ChiSquaredMatch[] MatchesFor(long rows)
    {
        var position = Math.Clamp(Math.Log2((double)rows / RowsPerBlock) + LevelsBelow, 0, Math.Max(0, Levels - 1));
        var level = Math.Min((int)position, Math.Max(0, Levels - 2));
        var next = Math.Min(level + 1, Math.Max(0, Levels - 1));
        var weight = position - level;
        var matches = new ChiSquaredMatch[Tracks];
        for (var track = 0; track < matches.Length; track++)
        {
            matches[track] = new(
                Between(Means[(level * Tracks) + track], Means[(next * Tracks) + track], weight),
                Between(Variances[(level * Tracks) + track], Variances[(next * Tracks) + track], weight));
        }

        return matches;
    }

    private static double Between(double lower, double upper, double weight) => weight == 0 ? lower : lower + (weight * (upper - lower));
}
