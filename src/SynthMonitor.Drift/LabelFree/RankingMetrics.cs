using MathNet.Numerics;

namespace SynthMonitor.Drift.LabelFree;

/// <summary>Metrics of how well scores rank rows, from groups in descending order of score.</summary>
internal static class RankingMetrics
{
    /// <summary>
    /// The chance that a positive ranks above a negative, ties counting half: <c>Σ_g N_g (P_above + P_g/2) / (P N)</c>. Of expected positives it
    /// is the area under the expected curve.
    /// </summary>
    public static Estimate RocAuc(IEnumerable<RankedGroup> descending)
    {
        var (positives, negatives, won) = (0.0, 0.0, 0.0);
        foreach (var group in descending)
        {
            won += (group.Rows - group.Positives) * (positives + (group.Positives / 2));
            positives += group.Positives;
            negatives += group.Rows - group.Positives;
        }

        return positives <= 0 ? Estimate.Undefined("no row is positive")
            : negatives <= 0 ? Estimate.Undefined("no row is negative")
            : Estimate.Of(won / positives / negatives);
    }

    /// <summary>
    /// Average precision of labels: <c>Σ_g (P_g / P) · precision</c> at the end of each group, tied rows being found together.
    /// </summary>
    public static Estimate AveragePrecision(IEnumerable<RankedGroup> descending) =>
        AveragePrecision(descending, static (group, rows, positives) => group.Positives * (positives + group.Positives) / (rows + group.Rows));

    /// <summary>
    /// Average precision of expected positives, row by row: the rows of a group are found one after another, each with the group's mean p. In
    /// closed form <c>Σ_{j=1..n} p (T + jp)/(K + j) = p (pn + (T − pK)(H_{K+n} − H_K))</c>, T being the positives among the K rows above.
    /// </summary>
    public static Estimate ExpectedAveragePrecision(IEnumerable<RankedGroup> descending) =>
        AveragePrecision(descending, static (group, rows, positives) =>
        {
            var p = group.Positives / group.Rows;
            var harmonic = group.Rows == 1
                ? 1 / (rows + 1)
                : SpecialFunctions.DiGamma(rows + group.Rows + 1) - SpecialFunctions.DiGamma(rows + 1);
            return p * ((p * group.Rows) + ((positives - (p * rows)) * harmonic));
        });

    private static Estimate AveragePrecision(IEnumerable<RankedGroup> descending, Func<RankedGroup, double, double, double> precisionGained)
    {
        var (rows, positives, sum) = (0.0, 0.0, 0.0);
        foreach (var group in descending)
        {
            sum += precisionGained(group, rows, positives);
            rows += group.Rows;
            positives += group.Positives;
        }

        return positives > 0 ? Estimate.Of(sum / positives) : Estimate.Undefined("no row is positive");
    }
}
