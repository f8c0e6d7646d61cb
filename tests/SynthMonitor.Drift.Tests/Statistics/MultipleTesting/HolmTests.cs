using SynthMonitor.Drift.Statistics.MultipleTesting;

namespace SynthMonitor.Drift.Tests.Statistics.MultipleTesting;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_values_keep_the_order_given() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Adjusted_values_stay_at_most_one() => Assert.Equal([1, 1, 1], Holm.Adjust([0.5, 0.9, 0.6]));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Holm.Adjust([]));
}
