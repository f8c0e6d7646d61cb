using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Gates;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>What rows must be like: declared constraints, learnt ones, and the gate; immutable.</summary>
/// <param name="Declared">The declared constraints.</param>
/// <param name="Learnt">Combinations of values: those that a constraint asks for, and functional dependencies.</param>
/// <param name="Gate">The row gate.</param>
internal sealed record RowRules(ConstraintSet Declared, ImmutableArray<CombinationRule> Learnt, RowGate Gate)
{
    /// <summary>Everything that must hold in a row.</summary>
    public IEnumerable<RowRule> All => Declared.Constraints.OfType<RowConstraint>().Select(constraint => constraint.Rule).Concat(Learnt);

    /// <summary>The columns that must be unique together.</summary>
    public ImmutableArray<UniqueConstraint> Unique => [.. Declared.Constraints.OfType<UniqueConstraint>()];

    /// <summary>Learns the combinations of a table that obeys.</summary>
    /// <exception cref="InputException">The table does not obey.</exception>
    public static ImmutableArray<CombinationRule> Learn(Table table, EncodedTable encoded, ConstraintSet declared)
    {
        declared.Check(table, encoded.Positions);
        return [
            .. declared.Constraints.OfType<CombinationConstraint>()
                .Select(constraint => CombinationRule.Of(table, constraint.Columns, constraint.Text)),
            .. FunctionalDependencies.Find(table, encoded)];
    }

    /// <summary>For each column in the order of drawing, the rules of which it is the last column.</summary>
    public RowRule[][] ByColumn(IReadOnlyList<ModelledColumn> columns)
    {
        var order = columns.Select((column, index) => (column.Position, index)).ToDictionary();
        var rules = All.ToLookup(rule => rule.Positions.Max(position => order[position]));
        return [.. Enumerable.Range(0, columns.Count).Select(column => rules[column].ToArray())];
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteStrings([.. Declared.Constraints.Select(constraint => constraint.Text)]);
        writer.WriteCount(Learnt.Length);
        foreach (var rule in Learnt)
        {
            rule.Write(writer);
        }

        Gate.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RowRules Read(Schema schema, PayloadReader reader)
    {
        var declared = ConstraintSet.Parse(schema, reader.ReadStrings());
        var learnt = new CombinationRule[reader.ReadCountOf(1)];
        for (var i = 0; i < learnt.Length; i++)
        {
            learnt[i] = CombinationRule.Read(schema, reader);
        }

        return new RowRules(declared, [.. learnt], RowGate.Read(reader));
    }
}
