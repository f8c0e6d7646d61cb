using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Samples;
using TestResult = SynthMonitor.Drift.Statistics.TestResult;

namespace SynthMonitor.Drift.Tests.Statistics;

/// <summary>Every two-sample statistic on numbers, for what all must keep.</summary>
internal static class StatisticsOnSamples
{
    /// <summary>Tests by name: two-sided, so that exchanging the samples changes no p-value.</summary>
    public static Dictionary<string, Func<double[], double[], TestResult>> Tests { get; } = new()
    {
        ["Anderson-Darling"] = (x, y) => AndersonDarlingTest.Test(x, y),
        ["Anderson-Darling, right ends"] = (x, y) => AndersonDarlingTest.Test(x, y, isMidrank: false),
        ["Kolmogorov-Smirnov, exact"] = (x, y) => KolmogorovSmirnovTest.Test(x, y, method: PValueMethod.Exact),
        ["Kolmogorov-Smirnov, asymptotic"] = (x, y) => KolmogorovSmirnovTest.Test(x, y, method: PValueMethod.Asymptotic),
        ["Cramer-von Mises, exact"] = (x, y) => CramerVonMisesTest.Test(x, y, PValueMethod.Exact),
        ["Cramer-von Mises, asymptotic"] = (x, y) => CramerVonMisesTest.Test(x, y, PValueMethod.Asymptotic),
        ["Mann-Whitney, exact"] = (x, y) => MannWhitneyTest.Test(x, y, method: PValueMethod.Exact),
        ["Mann-Whitney, asymptotic"] = (x, y) => MannWhitneyTest.Test(x, y, method: PValueMethod.Asymptotic),
        ["Welch"] = (x, y) => StudentTest.Welch(x, y),
        ["Student"] = (x, y) => StudentTest.Pooled(x, y),
        ["Brunner-Munzel"] = (x, y) => BrunnerMunzelTest.Test(x, y),
        ["Levene, medians"] = (x, y) => LeveneTest.AboutMedians(x, y),
        ["Levene, means"] = (x, y) => LeveneTest.AboutMeans(x, y),
        ["Kruskal-Wallis"] = (x, y) => KruskalWallisTest.Test(x, y),
        ["Epps-Singleton"] = (x, y) => EppsSingletonTest.Test(x, y),
        ["Kuiper"] = (x, y) => KuiperTest.Test(x, y),
    };

    /// <summary>Distances by name.</summary>
    public static Dictionary<string, Func<double[], double[], Estimate>> Distances { get; } = new()
    {
        ["Wasserstein"] = (x, y) => WassersteinDistance.Compute(x, y),
        ["Wasserstein, null mean"] = (x, y) => WassersteinDistance.NullMean(x, y),
        ["energy"] = (x, y) => EnergyDistance.Compute(x, y),
        ["energy, null mean"] = (x, y) => EnergyDistance.NullMean(x, y),
    };

    /// <summary>Everything by name, as the numbers that it gives.</summary>
    public static Dictionary<string, Func<double[], double[], Estimate[]>> All { get; } = new(
    [
        .. Tests.Select(pair => KeyValuePair.Create<string, Func<double[], double[], Estimate[]>>(
            pair.Key, (x, y) => pair.Value(x, y) is var result ? [result.Statistic, result.PValue] : [])),
        .. Distances.Select(pair => KeyValuePair.Create<string, Func<double[], double[], Estimate[]>>(pair.Key, (x, y) => [pair.Value(x, y)])),
        KeyValuePair.Create<string, Func<double[], double[], Estimate[]>>("area under the curve", (x, y) => [MannWhitneyTest.AreaUnderCurve(x, y)]),
    ]);
}
