using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>Tests of significance on counts: by χ² where every expected count allows it, else by permutation.</summary>
internal static class CellTests
{
    /// <summary>
    /// The least expected count for which χ² is taken. Cochran's 5 is enough for Pearson's statistic; the likelihood ratio's tail needs more.
    /// </summary>
    public const double LeastExpected = 10;

    /// <summary>Tests counts.</summary>
    /// <param name="test">G, with Williams' correction, or χ².</param>
    /// <param name="cells">The counts.</param>
    /// <param name="seed">Chooses the permutations.</param>
    public static TestResult Test(ColumnTest test, TestedCells cells, ulong seed)
    {
        var (reference, current) = cells;
        var result = Of(test, reference, current);
        return !result.PValue.IsDefined || Expected(reference, current) >= LeastExpected
            ? result
            : result with { PValue = PermutationTest.OnCells(reference, current, (a, b) => Of(test, a, b).Statistic, SeedOf(seed, current)) };
    }

    private static TestResult Of(ColumnTest test, long[] reference, long[] current) => test == ColumnTest.ChiSquared
        ? PowerDivergenceTest.Pearson(reference, current)
        : GTest.Williams(reference, current);

    /// <summary>
    /// Another seed for other counts, so that what the random divisions of one comparison get wrong is not wrong alike in all.
    /// </summary>
    private static ulong SeedOf(ulong seed, long[] counts) =>
        counts.Aggregate(seed, (state, count) => new KeyedRandom(state, (ulong)count).NextUInt64());

    /// <summary>The least expected count of a cell that occurs.</summary>
    private static double Expected(long[] reference, long[] current)
    {
        double n = reference.Sum(), m = current.Sum(), least = double.PositiveInfinity;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            double pooled = reference[cell] + current[cell];
            least = pooled > 0 ? Math.Min(least, pooled * Math.Min(n, m) / (n + m)) : least;
        }

        return least;
    }
}
