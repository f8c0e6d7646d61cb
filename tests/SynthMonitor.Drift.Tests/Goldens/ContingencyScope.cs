using System.Text.Json;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;
using TestResult = SynthMonitor.Drift.Statistics.TestResult;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Tests on tables of counts.</summary>
internal static class ContingencyScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["scipy.stats.chi2_contingency"] = one =>
        {
            // Of one cell the package has a p-value of 1, the project none.
            var result = Homogeneity(one);
            return TwoSampleScope.Of(result with { PValue = result.Statistic.Value == 0 && result.DegreesOfFreedom == 0 ? Estimate.Of(1) : result.PValue });
        },
        ["scipy.stats.chisquare(f_obs=current, f_exp=reference scaled)"] = one =>
            TwoSampleScope.Of(GoodnessOfFitTest.Test(one.Table("table")[0], one.Table("table")[1])),
        ["scipy.stats.fisher_exact"] = one =>
        {
            var (x, n, y, m) = Proportions(one);
            return new()
            {
                ["odds_ratio"] = FisherExact.OddsRatio(x, n, y, m),
                ["p"] = TwoSampleScope.AlternativeOf(one) switch
                {
                    Alternative.Less => FisherExact.Less(x, n, y, m),
                    Alternative.Greater => FisherExact.Greater(x, n, y, m),
                    _ => FisherExact.TwoSided(x, n, y, m),
                },
            };
        },
        ["pooled two-proportion z (formula; p by scipy.stats.norm.sf)"] = one =>
        {
            var (x, n, y, m) = Proportions(one);
            var result = TwoProportionTest.Test(x, n, y, m);
            return new() { ["z"] = result.Statistic, ["p"] = result.PValue };
        },
    };

    private static TestResult Homogeneity(GoldenCase one)
    {
        var table = one.Table("table");
        if (table.Length != 2)
        {
            throw one.OutOfScope("table");
        }

        var isCorrected = one.Flag("correction", true);
        return LambdaOf(one) is var lambda && lambda == 0
            ? GTest.Test(table[0], table[1], isCorrected)
            : PowerDivergenceTest.Test(table[0], table[1], lambda, isCorrected);
    }

    private static double LambdaOf(GoldenCase one) => one.Argument("lambda_") switch
    {
        null => 1,
        { } node when node.GetValueKind() == JsonValueKind.Number => node.GetValue<double>(),
        { } node => node.GetValue<string>() switch
        {
            "pearson" => 1,
            "log-likelihood" => 0,
            "mod-log-likelihood" => PowerDivergenceTest.ModifiedLikelihood,
            "freeman-tukey" => PowerDivergenceTest.FreemanTukey,
            "neyman" => PowerDivergenceTest.Neyman,
            "cressie-read" => PowerDivergenceTest.CressieRead,
            _ => throw one.OutOfScope("lambda_"),
        },
    };

    private static (long X, long N, long Y, long M) Proportions(GoldenCase one)
    {
        var table = one.Table("table");
        return table is [[var a, var b], [var c, var d]] ? (a, a + b, c, c + d) : throw one.OutOfScope("table");
    }
}
