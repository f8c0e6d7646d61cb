using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Synthesis.Tests.EdgeCases;

public sealed class EdgeCasePlannerTests
{
    [Fact]
    public void Rows_are_shared_out_by_weight()
    {
        var plans = EdgeCasePlanner.Plan([Case("a", 0.3), Case("b", 0.1), Case("c", 0.0001)], 1000);
        Assert.Equal([("a", 750), ("b", 250)], plans.Select(plan => (plan.Name, plan.Rows)));
        Assert.Equal(1000, EdgeCasePlanner.Plan([Case("a", 1), Case("b", 1), Case("c", 1)], 1000).Sum(plan => plan.Rows));
    }

    [Fact]
    public void Without_cases_all_rows_follow_the_recent_ones()
    {
        var plan = Assert.Single(EdgeCasePlanner.Plan([], 500));
        Assert.Equal((EdgeCasePlanner.Recent, 500), (plan.Name, plan.Rows));
        Assert.Empty(plan.Conditions.Conditions);
    }

    [Fact]
    public void Of_two_cases_with_one_name_the_first_counts() =>
        Assert.Equal("first", Assert.Single(EdgeCasePlanner.Plan([Case("a", 1) with { Reason = "first" }, Case("a", 2)], 10)).Reason);

    private static EdgeCase Case(string name, double weight) => new(name, ConditionSet.Empty, weight, "because");
}
