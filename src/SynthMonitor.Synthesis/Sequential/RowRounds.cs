using System.Collections.Concurrent;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Constraints;
using SynthMonitor.Synthesis.Gates;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Draws rows in rounds: those that fail in one are drawn again in the next, from other random numbers.</summary>
/// <param name="rules">What must hold.</param>
/// <param name="schema">The columns.</param>
/// <param name="cells">The values that were drawn.</param>
internal sealed class RowRounds(RowRules rules, Schema schema, ICells cells)
{
    private const int RoundsForTheGate = 20;
    private const int MaximumRounds = 200;

    private readonly (UniqueConstraint Constraint, HashSet<string> Seen)[] unique =
        [.. rules.Unique.Select(constraint => (constraint, new HashSet<string>(StringComparer.Ordinal)))];

    private int copies;
    private int implausible;
    private int kept;

    /// <summary>What the gate did so far.</summary>
    public GateReport Report => new(copies, implausible, kept);

    /// <summary>Draws rows until none fails.</summary>
    /// <param name="rows">The numbers of the rows, rising.</param>
    /// <param name="make">Draws some of them in a round, the first of which is round 0, and adds those that fail.</param>
    /// <exception cref="InputException">Some fail always.</exception>
    public void Run(int[] rows, Action<int[], int, ConcurrentBag<(int Row, RowFailure Failure)>> make)
    {
        var pending = rows;
        for (var round = 0; pending.Length > 0; round++)
        {
            var failures = new ConcurrentBag<(int Row, RowFailure Failure)>();
            make(pending, round, failures);
            var failed = new Dictionary<int, RowFailure>();
            foreach (var (row, failure) in failures)
            {
                if (failure == RowFailure.Constraint || round < RoundsForTheGate)
                {
                    failed[row] = failure;
                }
                else
                {
                    kept++;
                }
            }

            copies += failed.Count(pair => pair.Value == RowFailure.Copy);
            implausible += failed.Count(pair => pair.Value == RowFailure.Implausible);
            pending = [.. pending.Where(row => failed.ContainsKey(row) || IsRepeated(row))];
            if (round == MaximumRounds && pending.Length > 0)
            {
                var names = string.Join(", ", rules.All.Select(rule => rule.Text).Concat(rules.Unique.Select(constraint => constraint.Text)));
                var found = $"{pending.Length} rows cannot be made such that {names}";
                throw new InputException(null, null, null, found, "constraints that leave room for as many rows");
            }
        }
    }

    private bool IsRepeated(int row)
    {
        foreach (var (constraint, seen) in unique)
        {
            if (!seen.Add(constraint.Key(cells, schema, row)))
            {
                return true;
            }
        }

        return false;
    }
}
