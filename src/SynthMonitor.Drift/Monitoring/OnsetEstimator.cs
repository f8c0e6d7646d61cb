using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// When a change began: the block that, as the first of the later part, gives the greatest likelihood ratio between the reference together
/// with the earlier blocks on one side and the later blocks on the other, summed over the columns that moved (the maximum-likelihood estimate
/// of a change point, each column taken as independent; the latest of those that are nearly as likely). All blocks at hand are searched, not
/// only windows of the scan.
/// </summary>
internal static class OnsetEstimator
{
    /// <summary>
    /// How much less a later split's ratio (twice its logarithm) may be for it to be preferred: of the many earlier splits some are lucky.
    /// </summary>
    private const double Tolerance = 4;

    /// <summary>The age, in blocks before the newest, of the first block that differs.</summary>
    /// <param name="set">The channels.</param>
    /// <param name="moved">The positions of those that moved.</param>
    /// <param name="reference">The reference's flat vector.</param>
    /// <param name="blocks">The blocks at hand.</param>
    public static int AgeOf(ChannelSet set, IReadOnlyList<int> moved, ReadOnlySpan<long> reference, WindowSums blocks)
    {
        var evidence = new double[blocks.Count];
        foreach (var index in moved)
        {
            var cells = new CoarseCells(set.Channels[index], reference);
            var (earlier, later) = (new long[CoarseCells.Count], new long[CoarseCells.Count]);
            cells.AddTo(earlier, reference, 1);
            for (var age = 0; age < evidence.Length; age++)
            {
                cells.AddTo(earlier, blocks.Block(age), 1);
            }

            for (var age = 0; age < evidence.Length; age++)
            {
                cells.AddTo(earlier, blocks.Block(age), -1);
                cells.AddTo(later, blocks.Block(age), 1);
                evidence[age] += GTest.Test(earlier, later).Statistic.Value ?? 0;
            }
        }

        var enough = evidence.Max() - Tolerance;
        return Array.FindIndex(evidence, value => value >= enough);
    }
}
