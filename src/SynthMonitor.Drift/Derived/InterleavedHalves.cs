using SynthMonitor.Data.Randomness;

namespace SynthMonitor.Drift.Derived;

/// <summary>
/// The reference's rows in two halves, run by run of 16 rows in turn, so that both see the same hours and seasons: derived columns are fitted
/// on one half, and take cells and counts from the other alone. A row that a score was fitted on looks better than a new one ever will.
/// </summary>
internal static class InterleavedHalves
{
    private const int RunRows = 16;

    /// <summary>Whether derived columns are fitted on a row.</summary>
    public static bool IsFitted(int row) => row / RunRows % 2 == 0;

    /// <summary>The rows that are fitted on, or the others.</summary>
    /// <param name="rows">The reference's rows.</param>
    /// <param name="isFitted">Which half.</param>
    public static int[] Rows(int rows, bool isFitted) => [.. Enumerable.Range(0, rows).Where(row => IsFitted(row) == isFitted)];

    /// <summary>A row of the other half in place of one that was fitted on: a random one of the run after it, or of the one before.</summary>
    /// <param name="row">Any row.</param>
    /// <param name="rows">The reference's rows; more than a run.</param>
    /// <param name="random">Chooses.</param>
    public static int Honest(int row, int rows, ref KeyedRandom random)
    {
        if (!IsFitted(row))
        {
            return row;
        }

        var after = ((row / RunRows) + 1) * RunRows;
        var start = after < rows ? after : after - (2 * RunRows);
        return start + random.Next(Math.Min(RunRows, rows - start));
    }
}
