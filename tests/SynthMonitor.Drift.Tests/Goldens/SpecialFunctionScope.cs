using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Tails and quantiles of distributions, at many points a case.</summary>
internal static class SpecialFunctionScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["scipy.stats.norm"] = one => new()
        {
            ["sf"] = At(one, ["x"], at => Normal.UpperTail(at[0])),
            ["cdf"] = At(one, ["x"], at => Normal.UpperTail(-at[0])),
            ["logsf"] = At(one, ["x"], at => -Normal.MinusLogUpperTail(at[0])),
        },
        ["scipy.stats.norm.ppf"] = one => new() { ["x"] = At(one, ["p"], at => Normal.Quantile(at[0])) },
        ["scipy.stats.chi2"] = one => new()
        {
            ["sf"] = At(one, ["x", "df"], at => ChiSquared.UpperTail(at[0], at[1])),
            ["cdf"] = At(one, ["x", "df"], at => ChiSquared.LowerTail(at[0], at[1])),
        },
        ["scipy.stats.t"] = one => new()
        {
            ["sf"] = At(one, ["x", "df"], at => StudentT.UpperTail(at[0], at[1])),
            ["cdf"] = At(one, ["x", "df"], at => StudentT.UpperTail(-at[0], at[1])),
        },
        ["scipy.stats.f"] = one => new() { ["sf"] = At(one, ["x", "df1", "df2"], at => FisherF.UpperTail(at[0], at[1], at[2])) },
        ["scipy.stats.kstwobign"] = one => new() { ["sf"] = At(one, ["x"], at => Kolmogorov.UpperTail(at[0])) },
        ["scipy.stats.kstwo"] = one => new() { ["sf"] = At(one, ["d", "n"], at => KolmogorovFinite.UpperTail(at[0], (long)at[1])) },
        ["scipy.stats.binom"] = one => new()
        {
            ["sf"] = At(one, ["k", "n", "p"], at => Binomial.UpperTail((long)at[0], (long)at[1], at[2])),
            ["cdf"] = At(one, ["k", "n", "p"], at => Binomial.LowerTail((long)at[0], (long)at[1], at[2])),
        },
        ["scipy.stats.beta"] = one => new()
        {
            ["sf"] = At(one, ["x", "a", "b"], at => Beta.UpperTail(at[0], at[1], at[2])),
            ["cdf"] = At(one, ["x", "a", "b"], at => Beta.LowerTail(at[0], at[1], at[2])),
        },
    };

    private static double[] At(GoldenCase one, string[] inputs, Func<double[], double> function)
    {
        var columns = inputs.Select(one.Numbers).ToArray();
        return [.. Enumerable.Range(0, columns[0].Length).Select(point => function([.. columns.Select(column => column[point])]))];
    }
}
