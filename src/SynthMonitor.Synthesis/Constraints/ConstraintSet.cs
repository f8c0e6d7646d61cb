using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>Declared constraints that every row meets.</summary>
public sealed class ConstraintSet
{
    /// <summary>No constraint.</summary>
    public static readonly ConstraintSet Empty = new([]);

    private ConstraintSet(ImmutableArray<Constraint> constraints) => Constraints = constraints;

    /// <summary>The constraints.</summary>
    public ImmutableArray<Constraint> Constraints { get; }

    /// <summary>
    /// Reads constraints: <c>a &lt;= b</c> and <c>a + b = c</c> (sums of columns and constants on either side, with <c>&lt;</c>,
    /// <c>&lt;=</c>, <c>=</c>, <c>&gt;=</c> or <c>&gt;</c> between them and blanks around every sign; <c>2 * a</c> is a multiple),
    /// <c>combinations a, b</c> (only those in the training rows), <c>unique a, b</c>, <c>a not null when b=x</c> (a condition as
    /// <see cref="ConditionSet.Parse"/> reads it) and <c>a matches EXPRESSION</c> (a regular expression for the whole text). Double quotes
    /// around a column keep what is special inside them.
    /// </summary>
    /// <param name="schema">The columns.</param>
    /// <param name="texts">The constraints.</param>
    /// <exception cref="InputException">Some cannot be read; there is an error for each.</exception>
    public static ConstraintSet Parse(Schema schema, IEnumerable<string> texts)
    {
        var constraints = ImmutableArray.CreateBuilder<Constraint>();
        var errors = new List<InputException>();
        foreach (var text in texts)
        {
            try
            {
                constraints.Add(ConstraintText.Parse(schema, text));
            }
            catch (FormatException exception)
            {
                errors.Add(new InputException(null, null, null, $"constraint '{text}': {exception.Message}"));
            }
        }

        return errors.Count > 0 ? throw new InputException(errors) : new ConstraintSet(constraints.ToImmutable());
    }

    /// <summary>Checks that a table obeys and that its columns can be held to the constraints.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="modelled">The positions of the columns that are modelled.</param>
    /// <exception cref="InputException">Rows break a constraint, or it is on a column that is not modelled.</exception>
    internal void Check(Table table, IReadOnlyCollection<int> modelled)
    {
        var errors = new List<InputException>();
        foreach (var constraint in Constraints)
        {
            var other = constraint.Positions.FirstOrDefault(position => constraint.NeedsModel && !modelled.Contains(position), -1);
            if (other >= 0)
            {
                errors.Add(new InputException(
                    null, null, table.Schema[other].Name, $"constraint '{constraint.Text}' on keys or text", "columns with values that repeat"));
            }
            else if (constraint.Violations(table) is var broken and > 0)
            {
                errors.Add(new InputException(
                    null, null, null, $"constraint '{constraint.Text}': {broken} of {table.Rows} training rows break it", "none"));
            }
        }

        if (errors.Count > 0)
        {
            throw new InputException(errors);
        }
    }
}
