using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Tests.Statistics;

public class SpecialFunctionsTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void Normal_tails_equal_the_golden_values()
    {
        var one = Golden.Cases(Golden.Load("special_functions.json"), function => function == "scipy.stats.norm").Single();
        var (x, expected) = (Golden.Numbers(one["inputs"]!["x"]), one["expected"]!);
        var (tails, logs) = (Golden.Numbers(expected["sf"]), Golden.Numbers(expected["logsf"]));
        for (var i = 0; i < x.Length; i++)
        {
            if (tails[i] >= Golden.SmallestCompared)
            {
                Golden.AssertNear(tails[i], Normal.UpperTail(x[i]), one["tolerance"]!, $"upper tail at {x[i]}");
            }

            Golden.AssertNear(-logs[i], Normal.MinusLogUpperTail(x[i]), one["tolerance"]!, $"minus log upper tail at {x[i]}");
        }
    }

    [Fact]
    [Trait("Category", "Golden")]
    public void Chi_squared_tails_equal_the_golden_values()
    {
        var one = Golden.Cases(Golden.Load("special_functions.json"), function => function == "scipy.stats.chi2").Single();
        var (x, freedoms, tails) = (Golden.Numbers(one["inputs"]!["x"]), Golden.Numbers(one["inputs"]!["df"]), Golden.Numbers(one["expected"]!["sf"]));
        for (var i = 0; i < x.Length; i++)
        {
            Golden.AssertNear(tails[i], ChiSquared.UpperTail(x[i], freedoms[i]), one["tolerance"]!, $"upper tail at {x[i]}, {freedoms[i]}");
        }
    }
}
