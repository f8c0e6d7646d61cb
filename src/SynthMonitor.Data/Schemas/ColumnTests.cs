using System.Collections.Frozen;

namespace SynthMonitor.Data.Schemas;

/// <summary>The names of tests in files, and what kinds there are.</summary>
public static class ColumnTests
{
    /// <summary>The tests by their names in files.</summary>
    public static FrozenDictionary<string, ColumnTest> ByName { get; } = new Dictionary<string, ColumnTest>(StringComparer.Ordinal)
    {
        ["auto"] = ColumnTest.Automatic,
        ["ignore"] = ColumnTest.Ignore,
        ["anderson-darling"] = ColumnTest.AndersonDarling,
        ["ks"] = ColumnTest.KolmogorovSmirnov,
        ["cramer-von-mises"] = ColumnTest.CramerVonMises,
        ["mann-whitney"] = ColumnTest.MannWhitney,
        ["welch"] = ColumnTest.Welch,
        ["brunner-munzel"] = ColumnTest.BrunnerMunzel,
        ["levene"] = ColumnTest.Levene,
        ["epps-singleton"] = ColumnTest.EppsSingleton,
        ["kuiper"] = ColumnTest.Kuiper,
        ["g"] = ColumnTest.G,
        ["chi-squared"] = ColumnTest.ChiSquared,
        ["psi"] = ColumnTest.PopulationStability,
        ["js"] = ColumnTest.JensenShannon,
        ["kl"] = ColumnTest.KullbackLeibler,
        ["hellinger"] = ColumnTest.Hellinger,
        ["tv"] = ColumnTest.TotalVariation,
        ["linf"] = ColumnTest.LargestDifference,
        ["wasserstein"] = ColumnTest.Wasserstein,
        ["energy"] = ColumnTest.Energy,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<ColumnTest, string> Names = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The name of a test in files.</summary>
    public static string NameOf(ColumnTest test) => Names[test];

    /// <summary>Whether it is a test of significance on numbers one by one.</summary>
    public static bool IsOfValues(this ColumnTest test) => test is >= ColumnTest.AndersonDarling and <= ColumnTest.Kuiper;

    /// <summary>Whether it is a distance: something to measure, whose significance another test tells.</summary>
    public static bool IsDistance(this ColumnTest test) => test >= ColumnTest.PopulationStability;

    /// <summary>Whether it needs numbers.</summary>
    public static bool NeedsNumbers(this ColumnTest test) => test.IsOfValues() || test is ColumnTest.Wasserstein or ColumnTest.Energy;
}
