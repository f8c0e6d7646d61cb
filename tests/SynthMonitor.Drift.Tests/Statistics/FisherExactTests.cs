using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Tests.Statistics;

public class FisherExactTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void Equals_SciPy()
    {
        var cases = Golden.Cases(Golden.Load("tests_contingency.json"), function => function == "scipy.stats.fisher_exact")
            .Where(one => one["args"]!["alternative"]!.GetValue<string>() != "two-sided")
            .ToArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var table = one["inputs"]!["table"]!.AsArray().Select(row => row!.AsArray().Select(count => count!.GetValue<long>()).ToArray()).ToArray();
            var (a, b, c, d) = (table[0][0], table[0][1], table[1][0], table[1][1]);
            var p = one["args"]!["alternative"]!.GetValue<string>() == "greater"
                ? FisherExact.Greater(a, a + b, c, c + d)
                : FisherExact.Less(a, a + b, c, c + d);
            Golden.AssertNear(Golden.Number(one["expected"]!["p"]), p.Value ?? double.NaN, one["tolerance"]!["p"]!, one["id"]!.GetValue<string>());
        }
    }

    [Fact]
    public void An_empty_sample_has_no_p_value() => Assert.False(FisherExact.Greater(0, 0, 1, 2).IsDefined);
}
