using System.Text.Json.Nodes;
using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Tests.Statistics;

/// <summary>All statistics on cells against the golden values; each has its own key there.</summary>
public class BinnedDistancesTests
{
    private static readonly Dictionary<string, Func<long[], long[], double[], Estimate>> Ours = new()
    {
        ["psi_jeffreys"] = (reference, current, _) => PopulationStabilityIndex.Compute(reference, current),
        ["psi_null_mean"] = (reference, current, _) => PopulationStabilityIndex.NullMean(reference.Length, reference.Sum(), current.Sum()),
        ["js_distance_nat"] = (reference, current, _) => JensenShannonDistance.Natural(reference, current),
        ["js_distance_base2"] = (reference, current, _) => JensenShannonDistance.Base2(reference, current),
        ["tvd"] = (reference, current, _) => TotalVariationDistance.Compute(reference, current),
        ["w1_midpoints"] = WassersteinOf,
        ["ks_on_bins"] = (reference, current, _) => KolmogorovSmirnovDistance.Compute(reference, current),
        ["g_statistic"] = (reference, current, _) => GTest.Test(reference, current).Statistic,
        ["anderson_darling_on_bins"] = (reference, current, _) => AndersonDarling.Compute(reference, current),
        ["uu_chi2_df"] = (reference, current, _) => Estimate.Of(GTest.Test(reference, current).DegreesOfFreedom),
    };

    [Fact]
    [Trait("Category", "Golden")]
    public void Equal_the_golden_values()
    {
        var cases = Golden.Load("binned_distances.json")["cases"]!.AsArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var (id, expected, inputs) = (one!["id"]!.GetValue<string>(), one["expected"]!.AsObject(), one["inputs"]!);
            var (reference, current, middles) = (Counts(inputs["ref"]), Counts(inputs["cur"]), Golden.Numbers(inputs["mid"]));
            foreach (var (name, compute) in Ours)
            {
                var actual = compute(reference, current, middles);
                if (expected.ContainsKey("not_testable"))
                {
                    Assert.False(actual.IsDefined && name != "uu_chi2_df", $"{id} {name}: a value where there is none");
                }
                else if (expected[name] is { } value)
                {
                    var tolerance = name.StartsWith("js_", StringComparison.Ordinal) ? WithRounding(one["tolerance"]!, Golden.Number(value)) : one["tolerance"]!;
                    Golden.AssertNear(Golden.Number(value), actual.Value ?? double.NaN, tolerance, $"{id} {name}");
                }
            }
        }
    }

    [Fact]
    public void The_Jensen_Shannon_distance_keeps_its_digits_where_shares_hardly_differ()
    {
        // With shares (1 ± d) / 2 on both sides the squared distance is d² / 2 + d⁴ / 12 + …
        const long half = 500_000_000_000;
        const double d = 1e-6;
        var distance = JensenShannonDistance.Natural([half + 500_000, half - 500_000], [half - 500_000, half + 500_000]).Value!.Value;
        Assert.Equal(1, distance / (d / Math.Sqrt(2)), 9);
    }

    [Fact]
    public void An_empty_sample_has_no_distance_but_a_reason()
    {
        long[] empty = [0, 0], full = [3, 4];
        double[] middles = [0, 1];
        Assert.All(
            Ours.Where(one => one.Key != "uu_chi2_df").Select(one => one.Value(empty, full, middles)),
            estimate => Assert.NotNull(estimate.Reason));
    }

    [Fact]
    public void Samples_over_other_cells_are_refused() =>
        Assert.Throws<ArgumentException>(() => GTest.Test([1, 2], [1, 2, 3]));

    /// <summary>
    /// SciPy sums p ln(p / m), of which each is rounded to ε p, so its squared distance is off by up to 2 ε: for nearly equal samples more than
    /// the tolerance allows. (The case huge_counts, to 60 digits: 6.45106917254520961e-5; SciPy ends in …77926e-5.)
    /// </summary>
    private static JsonObject WithRounding(JsonNode tolerance, double value)
    {
        const double squaredError = 2.3e-16;
        var rounding = value > 0 ? squaredError / (2 * value) : 0;
        return new JsonObject { ["rel"] = Golden.Number(tolerance["rel"]), ["abs"] = Math.Max(Golden.Number(tolerance["abs"]), rounding) };
    }

    private static Estimate WassersteinOf(long[] reference, long[] current, double[] middles) =>
        WassersteinDistance.Compute(reference, current, middles);

    private static long[] Counts(JsonNode? node) => [.. node!.AsArray().Select(count => count!.GetValue<long>())];
}
