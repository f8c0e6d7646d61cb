using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.EdgeCases;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Tests.EdgeCases;

public sealed class EdgeCaseSamplerTests
{
    private static readonly Table Real = MixedTable.Of(4000);
    private static readonly IGenerator Generator = CartGenerator.Fit(Real);

    [Fact]
    public void Each_row_meets_its_plan_and_a_plan_without_support_is_reported()
    {
        EdgeCasePlan[] plans = [Plan("dear", "price=45.."), Plan("nowhere", "city=Paris"), Plan("gone", "members=")];
        var made = EdgeCaseSampler.Sample(Generator, plans, 11);
        Assert.Equal(600, made.Table.Rows);
        Assert.Equal(600, made.PlanOfRow.Length);
        for (var row = 0; row < made.Table.Rows; row++)
        {
            Assert.True(plans.Single(plan => plan.Name == made.PlanOfRow[row]).Conditions.Matches(made.Table, row));
        }

        Assert.Equal([300, 0, 300], made.Outcomes.Select(outcome => outcome.Rows));
        Assert.Contains("Paris", made.Outcomes[1].Refusal, StringComparison.Ordinal);
        Assert.Null(made.Outcomes[0].Refusal);
    }

    [Fact]
    public void Same_seed_gives_same_rows() => TableAssert.Equal(
        EdgeCaseSampler.Sample(Generator, [Plan("dear", "price=45..")], 3).Table,
        EdgeCaseSampler.Sample(Generator, [Plan("dear", "price=45..")], 3).Table);

    private static EdgeCasePlan Plan(string name, string condition) => new(name, ConditionSet.Parse(Real.Schema, [condition]), 300, "because");
}
