using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Statistics;
using SynthMonitor.Drift.Statistics.Cells;
using SynthMonitor.Drift.Statistics.Samples;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>Tests of significance on numbers one by one.</summary>
internal static class ValueTests
{
    /// <summary>Above so many pairs of rows, the limit law of Kolmogorov and Smirnov takes the place of the exact one.</summary>
    private const double MostPairs = 1e7;

    /// <summary>Tests finite values, and beside them how many rows have none.</summary>
    /// <param name="test">A test of values.</param>
    /// <param name="reference">The reference's finite values.</param>
    /// <param name="referenceRows">The reference's rows.</param>
    /// <param name="current">The sample's finite values.</param>
    /// <param name="currentRows">The sample's rows.</param>
    /// <returns>
    /// The test of the values; where rows lack them, the p-value is twice the lesser of it and Fisher's for the share of such rows.
    /// </returns>
    public static TestResult Test(ColumnTest test, ReadOnlySpan<double> reference, int referenceRows, ReadOnlySpan<double> current, int currentRows)
    {
        var values = Of(test, reference, current);
        if (reference.Length == referenceRows && current.Length == currentRows)
        {
            return values;
        }

        var without = FisherExact.TwoSided(referenceRows - reference.Length, referenceRows, currentRows - current.Length, currentRows);
        return values.PValue.Value is not { } p ? values with { PValue = without }
            : without.Value is not { } q ? values
            : values with { PValue = Estimate.Of(Math.Min(1, 2 * Math.Min(p, q))) };
    }

    private static TestResult Of(ColumnTest test, ReadOnlySpan<double> reference, ReadOnlySpan<double> current) => test switch
    {
        ColumnTest.AndersonDarling => AndersonDarlingTest.Test(reference, current),
        ColumnTest.KolmogorovSmirnov => KolmogorovSmirnovTest.Test(
            reference, current, method: (double)reference.Length * current.Length <= MostPairs ? PValueMethod.Exact : PValueMethod.Asymptotic),
        ColumnTest.CramerVonMises => CramerVonMisesTest.Test(reference, current),
        ColumnTest.MannWhitney => MannWhitneyTest.Test(reference, current),
        ColumnTest.Welch => StudentTest.Welch(reference, current),
        ColumnTest.BrunnerMunzel => BrunnerMunzelTest.Test(reference, current),
        ColumnTest.Levene => LeveneTest.AboutMedians(reference, current),
        ColumnTest.EppsSingleton => EppsSingletonTest.Test(reference, current),
        ColumnTest.Kuiper => KuiperTest.Test(reference, current),
        _ => throw new ArgumentOutOfRangeException(nameof(test), test, "no test of values"),
    };
}
