using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Corrections of many p-values and e-values.</summary>
internal static class MultipleTestingScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["statsmodels.stats.multitest.multipletests"] = one => new()
        {
            ["p_adjusted"] = one.Text("method", "hs") switch
            {
                "holm" => Holm.Adjust(one.Numbers("p")),
                _ => throw one.OutOfScope("method"),
            },
        },
    };
}
