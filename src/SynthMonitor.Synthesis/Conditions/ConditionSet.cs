using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Conditions that rows must meet together.</summary>
public sealed class ConditionSet
{
    /// <summary>No condition: every row meets it.</summary>
    public static readonly ConditionSet Empty = new([]);

    /// <summary>Creates a set.</summary>
    /// <param name="conditions">The conditions, any number of them on one column.</param>
    /// <exception cref="InputException">A share is outside 0 … 1, or the shares of one column add up to more than 1.</exception>
    public ConditionSet(ImmutableArray<Condition> conditions)
    {
        Conditions = conditions;
        var errors = conditions
            .Where(condition => condition.Share is not (null or (>= 0 and <= 1)))
            .Select(condition => $"condition '{condition}': a share of {condition.Share}; expected 0 … 1")
            .Concat(conditions
                .GroupBy(condition => condition.Column.Name, StringComparer.Ordinal)
                .Select(group => (Name: group.Key, Sum: group.Sum(condition => condition.Share ?? 0)))
                .Where(column => column.Sum > 1 + 1e-9)
                .Select(column => $"the shares of column '{column.Name}' add up to {column.Sum}; expected at most 1"));
        Throw([.. errors.Select(error => new InputException(null, null, null, error))]);
    }

    /// <summary>The conditions.</summary>
    public ImmutableArray<Condition> Conditions { get; }

    /// <summary>
    /// Reads conditions: <c>column=value</c>, <c>column=value,value</c>, <c>column=60..80</c> (both ends belong to it, either may be left
    /// out), <c>column=</c> (missing), <c>column=!value</c> (anything but; not missing), each with <c>:0.3</c> behind it for a share of
    /// the rows. Double quotes around a column or value keep what is special inside them; a double quote inside them is doubled.
    /// </summary>
    /// <param name="schema">The columns.</param>
    /// <param name="texts">The conditions.</param>
    /// <exception cref="InputException">Some cannot be read; there is an error for each.</exception>
    public static ConditionSet Parse(Schema schema, IEnumerable<string> texts)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        var errors = new List<InputException>();
        foreach (var text in texts)
        {
            try
            {
                conditions.Add(ConditionText.Parse(schema, text));
            }
            catch (FormatException exception)
            {
                errors.Add(new InputException(null, null, null, $"condition '{text}': {exception.Message}"));
            }
        }

        Throw(errors);
        return new ConditionSet(conditions.ToImmutable());
    }

    /// <summary>Whether a row meets every condition that is not for a share of the rows only.</summary>
    public bool Matches(Table table, int row) =>
        Conditions.All(condition => condition.Share is not null || condition.Values.Contains(table[condition.Column.Name], row));

    /// <summary>The conditions, joined by "and".</summary>
    public override string ToString() => Conditions.IsEmpty ? "no condition" : string.Join(" and ", Conditions);

    private static void Throw(List<InputException> errors)
    {
        if (errors.Count > 0)
        {
            throw new InputException(errors);
        }
    }
}
