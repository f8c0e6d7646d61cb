using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.Statistics.Cells;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>
/// Whether the probability of the label at a given score changed: label rates before and since, compared within up to ten groups of scores
/// with about equally many outcomes, by the sum of the groups' G statistics.
/// </summary>
/// <param name="PValue">The probability, without a change, of differences as great.</param>
/// <param name="Effect">The mean absolute change of the label rate at a given score, with the part that chance would show taken off.</param>
/// <param name="ExplainedByOdds">
/// The share of the differences that one factor on the odds, the same for every score, explains. Near 1 for a pure change of the class
/// balance (Saerens, Latinne and Decaestecker 2002).
/// </param>
internal sealed record ConditionalChange(double PValue, double Effect, double ExplainedByOdds)
{
    private const int Groups = 10;
    private const int FewestRows = 10;

    /// <summary>Compares outcomes; null where too few meet in any group of scores.</summary>
    public static ConditionalChange? Of(OutcomeCounts before, OutcomeCounts since)
    {
        var groups = ScoreGroup.Cut(before, since, Groups)
            .Where(group => group.Before.Rows >= FewestRows && group.Since.Rows >= FewestRows)
            .ToArray();
        if (groups.Length == 0)
        {
            return null;
        }

        var (g, freedom) = (0.0, 0.0);
        foreach (var group in groups)
        {
            var test = GTest.Test(
                [group.Before.Positives, group.Before.Rows - group.Before.Positives],
                [group.Since.Positives, group.Since.Rows - group.Since.Positives]);
            g += test.Statistic.Value ?? 0;
            freedom += test.DegreesOfFreedom;
        }

        return new(freedom == 0 ? 1 : ChiSquared.UpperTail(g, freedom), EffectOf(groups), ExplainedOf(groups));
    }

    private static double EffectOf(ScoreGroup[] groups)
    {
        var (sum, rows) = (0.0, 0L);
        foreach (var group in groups)
        {
            var difference = group.Since.Rate - group.Before.Rate;
            var pooled = group.Before + group.Since;
            var chance = pooled.Rate * (1 - pooled.Rate) * ((1.0 / group.Before.Rows) + (1.0 / group.Since.Rows));
            sum += group.Since.Rows * Math.Sqrt(Math.Max(0, (difference * difference) - chance));
            rows += group.Since.Rows;
        }

        return sum / rows;
    }

    private static double ExplainedOf(ScoreGroup[] groups)
    {
        var chance = groups.Sum(group => 1 + ((double)group.Since.Rows / group.Before.Rows));
        var unfitted = Math.Max(0, Misfit(groups, 0) - chance);
        if (unfitted == 0)
        {
            return 0;
        }

        var shift = GoldenSection.Minimise(logOdds => Misfit(groups, logOdds), -8, 8);
        return Math.Clamp(1 - (Math.Max(0, Misfit(groups, shift) - chance) / unfitted), 0, 1);
    }

    /// <summary>Twice the log-likelihood that the current labels lose when their odds are those before times a factor.</summary>
    private static double Misfit(ScoreGroup[] groups, double logOdds)
    {
        var sum = 0.0;
        foreach (var group in groups)
        {
            var before = (group.Before.Positives + 0.5) / (group.Before.Rows + 1);
            var expected = 1 / (1 + (((1 - before) / before) * Math.Exp(-logOdds)));
            sum += Term(group.Since.Positives, group.Since.Rows * expected)
                + Term(group.Since.Rows - group.Since.Positives, group.Since.Rows * (1 - expected));
        }

        return 2 * sum;
    }

    private static double Term(long observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);
}
