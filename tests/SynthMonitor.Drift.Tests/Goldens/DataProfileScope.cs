using System.Globalization;
using System.Text.Json.Nodes;
using SynthMonitor.Drift.Statistics.Summaries;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Summaries of columns of messy values.</summary>
internal static class DataProfileScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["numpy/pandas"] = Numbers,
        ["python int"] = WholeNumbers,
        ["python str"] = Texts,
    };

    private static GoldenAnswer Numbers(GoldenCase one)
    {
        var summary = NumberSummary.Of(one.Input("values")!.AsArray().Select(node => node is null ? (double?)null : GoldenCase.NumberOf(node)));
        return new()
        {
            ["count"] = summary.Count,
            ["null"] = summary.Missing,
            ["nan"] = summary.NotANumber,
            ["pos_inf"] = summary.PositiveInfinite,
            ["neg_inf"] = summary.NegativeInfinite,
            ["finite"] = summary.Finite,
            ["zeros"] = summary.Zeros,
            ["negative"] = summary.Negative,
            ["distinct_finite"] = summary.Distinct,
            ["finite_mean"] = summary.Mean,
            ["finite_min"] = summary.Minimum,
            ["finite_max"] = summary.Maximum,
            ["finite_variance_ddof1"] = summary.Variance,
            ["quantiles"] = Quantiles(one, "quantiles", summary.Quantile),
            ["quantiles_median_unbiased"] = Quantiles(one, "quantiles_median_unbiased", summary.MedianUnbiasedQuantile),
            ["iqr"] = summary.InterquartileRange,
            ["mad"] = summary.MedianDeviation,
            ["skewness"] = summary.Skewness,
            ["kurtosis_excess"] = summary.ExcessKurtosis,
        };
    }

    private static Dictionary<string, Estimate> Quantiles(GoldenCase one, string key, Func<double, Estimate> quantile) =>
        (one.Expected[key] as JsonObject ?? []).ToDictionary(pair => pair.Key, pair => quantile(double.Parse(pair.Key, CultureInfo.InvariantCulture)));

    private static GoldenAnswer WholeNumbers(GoldenCase one)
    {
        var summary = WholeNumberSummary.Of([.. one.Input("values_text")!.AsArray()
            .Select(node => node is null ? (long?)null : long.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture))]);
        return new()
        {
            ["count"] = summary.Count,
            ["null"] = summary.Missing,
            ["min"] = summary.Minimum?.ToString(CultureInfo.InvariantCulture),
            ["max"] = summary.Maximum?.ToString(CultureInfo.InvariantCulture),
            ["sum_exact"] = summary.Sum.ToString(CultureInfo.InvariantCulture),
            ["distinct"] = summary.Distinct,
            ["distinct_after_conversion_to_double"] = summary.DistinctAsDoubles,
        };
    }

    private static GoldenAnswer Texts(GoldenCase one)
    {
        var top = (one.Expected["top"] as JsonArray)?.Count ?? 0;
        var summary = TextSummary.Of([.. one.Input("values")!.AsArray().Select(node => node?.GetValue<string>())], top);
        return new()
        {
            ["count"] = summary.Count,
            ["null"] = summary.Missing,
            ["empty"] = summary.Empty,
            ["blank_only"] = summary.Blank,
            ["distinct_ordinal"] = summary.Distinct,
            ["len_codepoints"] = summary.Lengths,
            ["len_utf8"] = summary.Bytes,
            ["top"] = summary.Top.Select(pair => new object[] { pair.Key, pair.Value }).ToArray(),
        };
    }
}
