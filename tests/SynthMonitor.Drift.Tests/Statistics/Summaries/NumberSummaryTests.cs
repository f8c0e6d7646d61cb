using SynthMonitor.Drift.Statistics.Summaries;

namespace SynthMonitor.Drift.Tests.Statistics.Summaries;

public sealed class NumberSummaryTests
{
    [Fact]
    public void The_mean_of_numbers_that_cancel_is_exact() =>
        Assert.Equal(0.5, NumberSummary.Of([1e16, 1, -1e16, 1]).Mean.Value);

    [Fact]
    public void The_mean_of_the_greatest_numbers_does_not_overflow() =>
        Assert.Equal(double.MaxValue, NumberSummary.Of([double.MaxValue, double.MaxValue, double.MaxValue]).Mean.Value);

    [Fact]
    public void Nothing_has_no_mean_but_a_reason()
    {
        var summary = NumberSummary.Of([null, double.NaN, double.PositiveInfinity]);
        Assert.Equal((3, 1, 1, 1, 0), (summary.Count, summary.Missing, summary.NotANumber, summary.PositiveInfinite, summary.Finite));
        Assert.All([summary.Mean, summary.Variance, summary.Minimum, summary.Skewness, summary.Quantile(0.5)], estimate => Assert.NotNull(estimate.Reason));
    }

    [Fact]
    public void Constants_have_no_shape() => Assert.False(NumberSummary.Of([2, 2, 2]).Skewness.IsDefined);
}
