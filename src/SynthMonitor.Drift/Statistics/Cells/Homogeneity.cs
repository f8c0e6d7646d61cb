using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>Tests that compare observed counts of both samples with those expected from their pooled shares.</summary>
internal static class Homogeneity
{
    /// <summary>
    /// The sum of a term over both samples and all cells that occur, by χ² with (cells that occur − 1) degrees of freedom.
    /// </summary>
    /// <param name="reference">Counts.</param>
    /// <param name="current">Counts over the same cells.</param>
    /// <param name="term">The contribution of an observed and an expected count; NaN where it has none.</param>
    /// <param name="isCorrected">Whether, of two cells, observed counts are taken half a row nearer the expected ones (Yates 1934).</param>
    public static TestResult Test(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, Func<double, double, double> term, bool isCorrected)
    {
        if (TwoSamples.Totals(reference, current, out var n, out var m) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        var occupied = 0;
        for (var cell = 0; cell < reference.Length; cell++)
        {
            occupied += reference[cell] + current[cell] > 0 ? 1 : 0;
        }

        var (sum, reach) = (0.0, isCorrected && occupied == 2 ? 0.5 : 0);
        for (var cell = 0; cell < reference.Length; cell++)
        {
            double pooled = reference[cell] + current[cell];
            if (pooled > 0)
            {
                sum += Term(reference[cell], n * pooled / (n + m)) + Term(current[cell], m * pooled / (n + m));
            }
        }

        if (double.IsNaN(sum))
        {
            return TestResult.Undefined("a count is 0, of which the statistic takes a negative power");
        }

        var statistic = Math.Max(0, sum);
        var freedom = occupied - 1;
        return new(Estimate.Of(statistic), freedom, freedom == 0
            ? Estimate.Undefined("all rows lie in one cell")
            : Estimate.Of(ChiSquared.UpperTail(statistic, freedom)));

        double Term(double observed, double expected) =>
            term(observed + (Math.Sign(expected - observed) * Math.Min(reach, Math.Abs(expected - observed))), expected);
    }
}
