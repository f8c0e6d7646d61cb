using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>What the values of one column must be, in every row or in a share of the rows.</summary>
/// <param name="Column">The column; neither text nor a key.</param>
/// <param name="Values">The values that it may take: a <see cref="NameSet"/> for names, a <see cref="NumberSet"/> for numbers.</param>
/// <param name="Share">
/// The share of the rows that take one of these values while the others take none, 0 … 1; null means every row.
/// </param>
public sealed record Condition(ColumnSchema Column, ValueSet Values, double? Share = null)
{
    /// <summary>Whether conditions can be put on a column: its values are modelled, not made up from a pattern.</summary>
    public static bool CanBeOn(ColumnSchema column) => column.Kind != ColumnKind.Text && column.Role != ColumnRole.Key;

    /// <summary>The condition as <see cref="ConditionSet.Parse"/> reads it.</summary>
    public override string ToString() => ConditionText.Format(this);
}
