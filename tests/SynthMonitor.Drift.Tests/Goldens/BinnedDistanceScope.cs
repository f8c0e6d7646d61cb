using SynthMonitor.Drift.Statistics.Cells;

namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Distances and tests on counts; one case holds them all.</summary>
internal static class BinnedDistanceScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new()
    {
        ["formulas in note; js by scipy.spatial.distance.jensenshannon, w1 and energy by scipy.stats with weights, g by scipy.stats.chi2_contingency"] = Answer,
    };

    private static GoldenAnswer Answer(GoldenCase one)
    {
        long[] p = one.Counts("ref"), q = one.Counts("cur");
        var middles = one.Numbers("mid");
        var pearson = PowerDivergenceTest.Pearson(p, q);
        return new()
        {
            ["psi_raw"] = PopulationStabilityIndex.Compute(p, q, Smoothing.None),
            ["psi_jeffreys"] = PopulationStabilityIndex.Compute(p, q),
            ["psi_floor_1e-4"] = PopulationStabilityIndex.Compute(p, q, Smoothing.Floor),
            ["psi_null_mean"] = PopulationStabilityIndex.NullMean(p.Length, p.Sum(), q.Sum()),
            ["kl_pq_raw"] = KullbackLeiblerDivergence.Compute(p, q, Smoothing.None),
            ["kl_qp_raw"] = KullbackLeiblerDivergence.Compute(q, p, Smoothing.None),
            ["kl_pq_jeffreys"] = KullbackLeiblerDivergence.Compute(p, q),
            ["kl_qp_jeffreys"] = KullbackLeiblerDivergence.Compute(q, p),
            ["js_distance_nat"] = Rounded(JensenShannonDistance.Natural(p, q)),
            ["js_distance_base2"] = Rounded(JensenShannonDistance.Base2(p, q)),
            ["hellinger"] = HellingerDistance.Compute(p, q),
            ["bhattacharyya_coefficient"] = Bhattacharyya.Coefficient(p, q),
            ["bhattacharyya_distance"] = Bhattacharyya.Distance(p, q),
            ["tvd"] = TotalVariationDistance.Compute(p, q),
            ["histogram_intersection"] = TotalVariationDistance.Compute(p, q) is { Value: { } distance } ? 1 - distance : null,
            ["linf"] = LargestDifference.Compute(p, q),
            ["w1_midpoints"] = WassersteinDistance.Compute(p, q, middles),
            ["w1_cdf_widths"] = WassersteinDistance.Compute(p, q, Middles(one.Numbers("width"))),
            ["energy_distance_midpoints"] = EnergyDistance.Compute(p, q, middles),
            ["ks_on_bins"] = KolmogorovSmirnovDistance.Compute(p, q),
            ["anderson_darling_on_bins"] = AndersonDarling.Compute(p, q),
            ["cvm_on_bins"] = CramerVonMises.Compute(p, q),
            ["g_statistic"] = GTest.Test(p, q).Statistic,
            ["uu_chi2"] = pearson.Statistic,
            ["uu_chi2_df"] = pearson.Statistic.IsDefined ? pearson.DegreesOfFreedom : null,
            ["uu_chi2_p"] = pearson.PValue,
        };
    }

    /// <summary>The middles of cells of some widths.</summary>
    private static double[] Middles(double[] widths)
    {
        var edge = 0.0;
        return [.. widths.Select(width => (edge += width) - (width / 2))];
    }

    /// <summary>
    /// SciPy sums p ln(p / m), of which each is rounded to ε p, so its squared distance is off by up to 2 ε: for nearly equal samples more than
    /// the tolerance allows. (The case huge_counts, to 60 digits: 6.45106917254520961e-5; SciPy ends in …77926e-5.)
    /// </summary>
    private static Inexact Rounded(Estimate distance) => new(distance, distance.Value > 0 ? 2.3e-16 / (2 * distance.Value.Value) : 0);
}
