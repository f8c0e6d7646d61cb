using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Drift.Tests.Comparisons;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_values_keep_the_order_given() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Adjusted_values_stay_at_most_one() => Assert.Equal([1, 1, 1], Holm.Adjust([0.5, 0.9, 0.6]));

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(Holm.Adjust([]));

    [Fact]
    [Trait("Category", "Golden")]
    public void Adjusted_values_equal_those_of_statsmodels()
    {
        var file = Golden.Load("multiple_testing.json");
        var cases = Golden.Cases(file, function => function.EndsWith("multipletests", StringComparison.Ordinal))
            .Where(one => one["args"]!["method"]!.GetValue<string>() == "holm")
            .ToArray();
        Assert.NotEmpty(cases);
        Assert.All(cases, one =>
        {
            var name = one["inputs"]!["p"]!.GetValue<string>()[1..];
            var adjusted = Holm.Adjust(Golden.Numbers(file["data"]![name]));
            var expected = Golden.Numbers(one["expected"]!["p_adjusted"]);
            Assert.Equal(expected.Length, adjusted.Length);
            for (var i = 0; i < expected.Length; i++)
            {
                Golden.AssertNear(expected[i], adjusted[i], one["tolerance"]!["p_adjusted"]!, $"{one["id"]} [{i}]");
            }
        });
    }
}
