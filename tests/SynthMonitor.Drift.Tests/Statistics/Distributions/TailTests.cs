using CsCheck;
using SynthMonitor.Drift.Statistics.Distributions;

namespace SynthMonitor.Drift.Tests.Statistics.Distributions;

/// <summary>What tails of distributions keep, between the points of the golden values.</summary>
public sealed class TailTests
{
    [Fact]
    public void Both_tails_add_up_to_1()
    {
        Gen.Double[0, 50].Sample(x => Assert.Equal(1, ChiSquared.UpperTail(x, 7) + ChiSquared.LowerTail(x, 7), 12));
        Gen.Double[-9, 9].Sample(t => Assert.Equal(1, StudentT.UpperTail(t, 3.5) + StudentT.UpperTail(-t, 3.5), 12));
        Gen.Long[-1, 40].Sample(k => Assert.Equal(1, Binomial.UpperTail(k, 40, 0.3) + Binomial.LowerTail(k, 40, 0.3), 12));
    }

    [Fact]
    public void Tails_fall() => Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[1, 3000]).Sample((a, b, n) =>
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        Assert.True(KolmogorovFinite.UpperTail(low, n) >= KolmogorovFinite.UpperTail(high, n) - 1e-6);
        Assert.True(Kolmogorov.UpperTail(3 * low) >= Kolmogorov.UpperTail(3 * high) - 1e-15);
    });

    [Fact]
    public void The_limit_of_Kolmogorovs_law_is_the_limit_law() =>
        Assert.Equal(Kolmogorov.UpperTail(1.2), KolmogorovFinite.UpperTail(1.2 / 1e4, 100_000_000), 4);

    [Fact]
    public void A_quantile_is_where_the_tail_is() => Gen.Double[-30, 5].Sample(z =>
        Assert.Equal(z, Normal.Quantile(Normal.UpperTail(-z)), tolerance: 1e-6));

    [Fact]
    public void Shares_of_0_and_1_have_no_quantile()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(1));
    }
}
