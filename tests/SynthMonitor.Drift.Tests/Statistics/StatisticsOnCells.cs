using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Tests.Statistics;

/// <summary>Every two-sample statistic on counts, for what all must keep.</summary>
internal static class StatisticsOnCells
{
    /// <summary>Tests of significance by name.</summary>
    public static Dictionary<string, Func<long[], long[], SynthMonitor.Drift.Statistics.TestResult>> Tests { get; } = new()
    {
        ["G"] = (p, q) => GTest.Test(p, q),
        ["G, Yates"] = (p, q) => GTest.Test(p, q, isCorrected: true),
        ["G, Williams"] = (p, q) => GTest.Williams(p, q),
        ["Pearson"] = (p, q) => PowerDivergenceTest.Pearson(p, q),
        ["Cressie-Read"] = (p, q) => PowerDivergenceTest.Test(p, q, PowerDivergenceTest.CressieRead),
        ["Freeman-Tukey"] = (p, q) => PowerDivergenceTest.Test(p, q, PowerDivergenceTest.FreemanTukey),
        ["modified likelihood"] = (p, q) => PowerDivergenceTest.Test(p, q, PowerDivergenceTest.ModifiedLikelihood),
        ["Neyman"] = (p, q) => PowerDivergenceTest.Test(p, q, PowerDivergenceTest.Neyman),
    };

    /// <summary>Distances by name that are the same both ways and 0 between equal shares.</summary>
    public static Dictionary<string, Func<long[], long[], Estimate>> Distances { get; } = new()
    {
        ["PSI"] = (p, q) => PopulationStabilityIndex.Compute(p, q),
        ["PSI, corrected"] = (p, q) => PopulationStabilityIndex.Corrected(p, q),
        ["JS"] = (p, q) => JensenShannonDistance.Natural(p, q),
        ["JS to base 2"] = (p, q) => JensenShannonDistance.Base2(p, q),
        ["JS, corrected"] = (p, q) => JensenShannonDistance.NaturalCorrected(p, q),
        ["Hellinger"] = (p, q) => HellingerDistance.Compute(p, q),
        ["Hellinger, corrected"] = (p, q) => HellingerDistance.Corrected(p, q),
        ["Bhattacharyya"] = (p, q) => Bhattacharyya.Distance(p, q),
        ["Bhattacharyya, corrected"] = (p, q) => Bhattacharyya.Corrected(p, q),
        ["total variation"] = (p, q) => TotalVariationDistance.Compute(p, q),
        ["L-infinity"] = (p, q) => LargestDifference.Compute(p, q),
        ["Kolmogorov-Smirnov"] = (p, q) => KolmogorovSmirnovDistance.Compute(p, q),
        ["Cramer-von Mises"] = (p, q) => CramerVonMises.Compute(p, q),
        ["Anderson-Darling"] = (p, q) => AndersonDarling.Compute(p, q),
        ["Wasserstein"] = (p, q) => WassersteinDistance.Compute(p, q, Values(p)),
        ["energy"] = (p, q) => EnergyDistance.Compute(p, q, Values(p)),
        ["energy, corrected"] = (p, q) => EnergyDistance.Corrected(p, q, Values(p)),
    };

    /// <summary>What each is on average where nothing differs, by the name of the statistic, with the power whose mean that is.</summary>
    public static Dictionary<string, (Func<long[], long[], Estimate> Mean, int Power)> NullMeans { get; } = new()
    {
        ["PSI"] = ((p, q) => PopulationStabilityIndex.NullMean(p.Length, p.Sum(), q.Sum()), 1),
        ["KL"] = ((p, q) => KullbackLeiblerDivergence.NullMean(p.Length, p.Sum(), q.Sum()), 1),
        ["JS"] = ((p, q) => JensenShannonDistance.NaturalNullMean(p.Length, p.Sum(), q.Sum()), 2),
        ["Hellinger"] = ((p, q) => HellingerDistance.NullMean(p.Length, p.Sum(), q.Sum()), 2),
        ["Bhattacharyya"] = ((p, q) => Bhattacharyya.NullMean(p.Length, p.Sum(), q.Sum()), 1),
        ["total variation"] = ((p, q) => TotalVariationDistance.NullMean(p, q.Sum()), 1),
        ["L-infinity"] = ((p, q) => LargestDifference.NullMean(p, q.Sum()), 1),
        ["Cramer-von Mises"] = ((p, q) => CramerVonMises.NullMean(p, q), 1),
        ["Anderson-Darling"] = ((p, q) => AndersonDarling.NullMean(p, q), 1),
        ["Wasserstein"] = ((p, q) => WassersteinDistance.NullMean(p, q.Sum(), Values(p)), 1),
        ["energy"] = ((p, q) => EnergyDistance.NullMean(p, q, Values(p)), 2),
    };

    /// <summary>Everything by name, as the numbers that it gives.</summary>
    public static Dictionary<string, Func<long[], long[], Estimate[]>> All { get; } = new(
    [
        .. Tests.Select(pair => KeyValuePair.Create<string, Func<long[], long[], Estimate[]>>(
            pair.Key, (p, q) => pair.Value(p, q) is var result ? [result.Statistic, result.PValue] : [])),
        .. Distances.Select(pair => KeyValuePair.Create<string, Func<long[], long[], Estimate[]>>(pair.Key, (p, q) => [pair.Value(p, q)])),
        KeyValuePair.Create<string, Func<long[], long[], Estimate[]>>("KL", (p, q) => [KullbackLeiblerDivergence.Compute(p, q)]),
    ]);

    private static double[] Values(long[] cells) => [.. cells.Select((_, cell) => (double)cell)];
}
