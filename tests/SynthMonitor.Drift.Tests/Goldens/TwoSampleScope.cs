using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Samples;
using TestResult = SynthMonitor.Drift.Statistics.TestResult;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Tests and distances of two samples of numbers.</summary>
internal static class TwoSampleScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["scipy.stats.ks_2samp"] = one => Of(KolmogorovSmirnovTest.Test(X(one), Y(one), AlternativeOf(one), MethodOf(one, "asymp"))),
        ["kolmogorov_limit(scipy.special.kolmogorov)"] = one =>
        {
            var distance = KolmogorovSmirnovTest.Test(X(one), Y(one), method: PValueMethod.Asymptotic).Statistic.Value!.Value;
            return new()
            {
                ["statistic"] = distance,
                ["p_limit"] = KolmogorovSmirnovTest.Limit(X(one).Length, Y(one).Length, distance),
                ["p_stephens"] = KolmogorovSmirnovTest.Stephens(X(one).Length, Y(one).Length, distance),
            };
        },
        ["scipy.stats.anderson_ksamp"] = one =>
        {
            var result = AndersonDarlingTest.Test(X(one), Y(one), one.Flag("midrank", true));
            return new()
            {
                ["statistic"] = result.Statistic,
                ["p_clipped"] = result.Statistic.Value is { } a ? AndersonDarlingTest.Interpolated(a) : result.PValue,
                ["critical_values"] = result.Statistic.IsDefined ? AndersonDarlingTest.CriticalValues : result.PValue,
            };
        },
        ["scipy.stats.cramervonmises_2samp"] = CramerVonMisesScope.Answer,
        ["scipy.stats.mannwhitneyu"] = one => Of(MannWhitneyTest.Test(
            X(one), Y(one), AlternativeOf(one), MethodOf(one, "asymptotic"), one.Flag("use_continuity", true))),
        ["scipy.stats.ttest_ind"] = one => Of(one.Flag("equal_var", true)
            ? StudentTest.Pooled(X(one), Y(one), AlternativeOf(one))
            : StudentTest.Welch(X(one), Y(one), AlternativeOf(one))),
        ["scipy.stats.brunnermunzel"] = one => Of(BrunnerMunzelTest.Test(
            X(one), Y(one), AlternativeOf(one), one.Text("distribution", "t") == "normal")),
        ["scipy.stats.epps_singleton_2samp"] = EppsSingleton,
        ["scipy.stats.wasserstein_distance"] = one => new() { ["distance"] = WassersteinDistance.Compute(X(one), Y(one)) },
        ["scipy.stats.energy_distance"] = one => new() { ["distance"] = EnergyDistance.Compute(X(one), Y(one)) },
        ["astropy.stats.kuiper_two"] = one =>
        {
            // The package does not clip its approximation.
            var result = KuiperTest.Test(X(one), Y(one));
            return new() { ["statistic"] = result.Statistic, ["p"] = new Inexact(result.PValue, Math.Max(0, -GoldenCase.NumberOf(one.Expected["p"]))) };
        },
        ["scipy.stats.levene"] = one => Of(one.Text("center", "median") switch
        {
            "mean" => LeveneTest.AboutMeans(X(one), Y(one)),
            "median" => LeveneTest.AboutMedians(X(one), Y(one)),
            _ => throw one.OutOfScope("center"),
        }),
        ["scipy.stats.kruskal"] = one => Of(KruskalWallisTest.Test(X(one), Y(one))),
    };

    private static GoldenAnswer EppsSingleton(GoldenCase one)
    {
        // Of two different constants the package inverts a covariance of rounding errors.
        var isNoise = X(one).Distinct().Count() == 1 && Y(one).Distinct().Count() == 1 && X(one)[0] != Y(one)[0] && X(one).Length >= EppsSingletonTest.Fewest;
        return isNoise ? throw one.OutOfScope("constants")
            : Of(EppsSingletonTest.Test(X(one), Y(one), one.Argument("t")?.AsArray().Select(GoldenCase.NumberOf).ToArray()));
    }

    public static double[] X(GoldenCase one) => one.Numbers("x");

    public static double[] Y(GoldenCase one) => one.Numbers("y");

    public static GoldenAnswer Of(TestResult result)
    {
        var answer = new GoldenAnswer { ["statistic"] = result.Statistic, ["p"] = result.PValue };
        if (result.Statistic.IsDefined)
        {
            answer["df"] = result.DegreesOfFreedom;
        }

        return answer;
    }

    public static PValueMethod MethodOf(GoldenCase one, string asymptotic) => one.Text("method", "auto") switch
    {
        "auto" => PValueMethod.Automatic,
        "exact" => PValueMethod.Exact,
        var name when name == asymptotic => PValueMethod.Asymptotic,
        _ => throw one.OutOfScope("method"),
    };

    public static Alternative AlternativeOf(GoldenCase one) => one.Text("alternative", "two-sided") switch
    {
        "two-sided" => Alternative.TwoSided,
        "less" => Alternative.Less,
        "greater" => Alternative.Greater,
        _ => throw one.OutOfScope("alternative"),
    };
}
