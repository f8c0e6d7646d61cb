using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Tests.Statistics;

public class GTestTests
{
    [Fact]
    [Trait("Category", "Golden")]
    public void Equals_SciPy()
    {
        var cases = Golden.Cases(Golden.Load("tests_contingency.json"), function => function == "scipy.stats.chi2_contingency")
            .Where(one => one["args"]!["lambda_"]!.GetValue<string>() == "log-likelihood" && !one["args"]!["correction"]!.GetValue<bool>())
            .ToArray();
        Assert.NotEmpty(cases);
        foreach (var one in cases)
        {
            var id = one["id"]!.GetValue<string>();
            var rows = one["inputs"]!["table"]!.AsArray().Select(row => row!.AsArray().Select(count => count!.GetValue<long>()).ToArray()).ToArray();
            var result = GTest.Test(rows[0], rows[1]);
            if (one["expected"]!["error"] is not null)
            {
                Assert.False(result.Statistic.IsDefined, id);
                continue;
            }

            Golden.AssertNear(Golden.Number(one["expected"]!["statistic"]), result.Statistic.Value ?? double.NaN, one["tolerance"]!["statistic"]!, id);
            Assert.Equal(one["expected"]!["df"]!.GetValue<int>(), result.DegreesOfFreedom);
            Golden.AssertNear(Golden.Number(one["expected"]!["p"]), result.PValue.Value ?? 1, one["tolerance"]!["p"]!, $"{id} p");
        }
    }

    [Fact]
    public void One_cell_has_a_statistic_of_zero_and_no_p_value()
    {
        var result = GTest.Test([5, 0], [7, 0]);
        Assert.Equal(0, result.Statistic.Value);
        Assert.False(result.PValue.IsDefined);
    }
}
