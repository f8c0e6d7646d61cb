using System.Collections.Immutable;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Shares a budget of rows out over edge cases.</summary>
public static class EdgeCasePlanner
{
    /// <summary>The name of the plan that is made where no edge case was found.</summary>
    public const string Recent = "recent";

    /// <summary>Plans rows in proportion to the weights of the cases. Without any case all rows follow the recent ones.</summary>
    /// <param name="cases">The edge cases; of two with one name the first counts.</param>
    /// <param name="rows">The rows to share out, at least 1.</param>
    public static ImmutableArray<EdgeCasePlan> Plan(IEnumerable<EdgeCase> cases, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        var found = cases.DistinctBy(edge => edge.Name, StringComparer.Ordinal).ToArray();
        if (found.Length == 0)
        {
            const string Reason = "no value range gained rows and no slice stands out by its errors: rows like the recent ones";
            return [new(Recent, ConditionSet.Empty, rows, Reason)];
        }

        var parts = LargestRemainder.Share(rows, [.. found.Select(edge => edge.Weight)]);
        return [.. found
            .Zip(parts, (edge, part) => new EdgeCasePlan(edge.Name, edge.Conditions, part, edge.Reason))
            .Where(plan => plan.Rows > 0)];
    }
}
