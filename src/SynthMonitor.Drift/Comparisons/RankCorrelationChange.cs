using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Drift.Statistics.Distributions;
using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// How the rank correlation of two columns of numbers differs between two samples: a test of the difference of Fisher's z with the standard
/// error of Fieller, Hartley and Pearson (Biometrika 44, 1957), √(1.06/(n−3) + 1.06/(m−3)), which takes rows as independent. Descriptive: no
/// verdict rests on it.
/// </summary>
/// <param name="First">A column.</param>
/// <param name="Second">Another column.</param>
/// <param name="Reference">See <see cref="RankCorrelation"/>, in the reference.</param>
/// <param name="Current">The same in the sample.</param>
/// <param name="AdjustedPValue">The two-sided p-value after Holm's correction over all pairs.</param>
public sealed record RankCorrelationChange(string First, string Second, double Reference, double Current, double AdjustedPValue)
{
    private const int FewestRows = 10;
    private const double Variance = 1.06;

    /// <summary>Compares every pair of ordered columns; the greatest change in standard errors comes first.</summary>
    /// <param name="codebook">The codes.</param>
    /// <param name="reference">The reference's rows.</param>
    /// <param name="current">The sample's rows.</param>
    /// <param name="columns">The coded columns to look at; cost: rows × the square of their number.</param>
    /// <returns>The pairs; without those that fewer than 10 rows of a sample have, or of which one column does not vary.</returns>
    public static ImmutableArray<RankCorrelationChange> Of(Codebook codebook, CodeTable reference, CodeTable current, IEnumerable<int> columns)
    {
        int[] ordered = [.. columns.Where(column => codebook.Columns[column].IsOrdered)];
        var pairs = ordered.SelectMany((first, index) => ordered.Skip(index + 1), (first, second) => (First: first, Second: second))
            .Select(pair => (
                pair.First,
                pair.Second,
                Before: RankCorrelation.Of(codebook.Columns[pair.First].Cells, codebook.Columns[pair.Second].Cells, reference[pair.First], reference[pair.Second]),
                Now: RankCorrelation.Of(codebook.Columns[pair.First].Cells, codebook.Columns[pair.Second].Cells, current[pair.First], current[pair.Second])))
            .Where(pair => pair.Before.Rows >= FewestRows && pair.Now.Rows >= FewestRows && pair.Before.Value is not null && pair.Now.Value is not null)
            .Select(pair => (Pair: pair, Z: Math.Abs(ZOf(pair.Before, pair.Now))))
            .OrderByDescending(pair => pair.Z)
            .ToArray();
        var adjusted = Holm.Adjust([.. pairs.Select(pair => Math.Min(1, 2 * Normal.UpperTail(pair.Z)))]);
        return
        [
            .. pairs.Select((item, index) => new RankCorrelationChange(
                codebook.Columns[item.Pair.First].Name,
                codebook.Columns[item.Pair.Second].Name,
                item.Pair.Before.Value!.Value,
                item.Pair.Now.Value!.Value,
                adjusted[index])),
        ];
    }

    private static double ZOf(RankCorrelation before, RankCorrelation now) =>
        (Fisher(now.Value!.Value) - Fisher(before.Value!.Value)) / Math.Sqrt((Variance / (before.Rows - 3)) + (Variance / (now.Rows - 3)));

    // A perfect correlation has an infinite z; two of them do not differ.
    private static double Fisher(double correlation) => Math.Atanh(Math.Clamp(correlation, -1 + 1e-9, 1 - 1e-9));
}
