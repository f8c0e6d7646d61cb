using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Corrections of many p-values and e-values.</summary>
internal static class MultipleTestingScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["statsmodels.stats.multitest.multipletests"] = one =>
        {
            var (p, level) = (one.Numbers("p"), one.Number("alpha", 0.05));
            var method = one.Text("method", "hs");
            double[] adjusted = method switch
            {
                "bonferroni" or "b" => Bonferroni.Adjust(p),
                "sidak" or "s" => Sidak.Adjust(p),
                "holm-sidak" or "hs" => Sidak.AdjustStepDown(p),
                "holm" or "h" => Holm.Adjust(p),
                "hommel" or "ho" => Hommel.Adjust(p),
                "fdr_bh" => BenjaminiHochberg.Adjust(p),
                "fdr_by" => BenjaminiYekutieli.Adjust(p),
                "fdr_tsbh" => TwoStageBenjaminiHochberg.Adjust(p, level, isPlain: true),
                "fdr_tsbky" => TwoStageBenjaminiHochberg.Adjust(p, level),
                _ => throw one.OutOfScope("method"),
            };
            bool[] rejected = method.StartsWith("fdr_ts", StringComparison.Ordinal)
                ? TwoStageBenjaminiHochberg.Reject(p, level, method == "fdr_tsbh")
                : [.. adjusted.Select(value => value <= level)];
            return new() { ["p_adjusted"] = adjusted, ["reject"] = rejected };
        },
        ["online_fdr.e_values.e_bh and definition"] = one =>
        {
            var rejected = EBenjaminiHochberg.Reject(one.Numbers("e"), one.Number("alpha", 0.05));
            return new() { ["reject"] = rejected, ["k"] = rejected.Count(isRejected => isRejected) };
        },
    };
}
