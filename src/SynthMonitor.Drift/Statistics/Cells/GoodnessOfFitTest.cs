using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Statistics.Cells;

/// <summary>
/// Pearson's test of counts against shares that are known exactly: <c>Σ (O − E)² / E</c> with <c>E = M p</c>, χ² with (cells − 1) degrees of
/// freedom. Not for shares of a sample: their own chance is left out, and the test then rejects too often, the more the larger the current
/// sample is beside the reference. Range [0, ∞]. Cost: one pass. Source: Pearson 1900; equal to scipy.stats.chisquare.
/// </summary>
public static class GoodnessOfFitTest
{
    /// <summary>Tests whether counts come of a distribution.</summary>
    /// <param name="expected">What the shares are in proportion to, not negative.</param>
    /// <param name="observed">Counts over the same cells.</param>
    /// <returns>Infinite where a row lies in a cell of share 0; undefined where a cell has neither share nor rows.</returns>
    public static TestResult Test(ReadOnlySpan<long> expected, ReadOnlySpan<long> observed)
    {
        if (TwoSamples.Totals(expected, observed, out var n, out var m) is { } reason)
        {
            return TestResult.Undefined(reason);
        }

        var sum = 0.0;
        for (var cell = 0; cell < observed.Length; cell++)
        {
            var wanted = (double)expected[cell] * m / n;
            sum += (observed[cell] - wanted) * (observed[cell] - wanted) / wanted;
        }

        return double.IsNaN(sum) ? TestResult.Undefined("a cell has neither share nor rows")
            : observed.Length == 1 ? new(Estimate.Of(sum), 0, Estimate.Undefined("all rows lie in one cell"))
            : TestResult.Of(sum, observed.Length - 1, ChiSquared.UpperTail(sum, observed.Length - 1));
    }
}
