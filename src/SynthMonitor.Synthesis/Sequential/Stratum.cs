using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>
/// Rows that share what is allowed in them. Conditions for a share of the rows cut a request into strata: in each column that has such
/// conditions a row falls under one of them or under none.
/// </summary>
/// <param name="Index">The stratum's number, from 0.</param>
/// <param name="Rows">The numbers of its rows, rising.</param>
/// <param name="Allowed">What is allowed in them.</param>
/// <param name="Reasons">For each restricted column the conditions in words.</param>
internal sealed record Stratum(int Index, int[] Rows, Restrictions Allowed, ImmutableDictionary<int, string> Reasons)
{
    /// <summary>Cuts a request into strata.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="columns">The modelled columns.</param>
    /// <param name="schema">The generator's schema.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="InputException">A condition is on a column that is not modelled, or nothing meets it.</exception>
    public static List<Stratum> Of(ConditionSet conditions, ModelledColumn[] columns, Schema schema, SampleRequest request)
    {
        var byColumn = conditions.Conditions.ToLookup(condition => condition.Column.Name, StringComparer.Ordinal);
        int[] rows = [.. Enumerable.Range(0, request.Rows)];
        List<Stratum> strata = [new(0, rows, Restrictions.None(columns.Length), ImmutableDictionary<int, string>.Empty)];
        foreach (var group in byColumn)
        {
            var column = Array.FindIndex(columns, candidate => schema[candidate.Position].Name == group.Key);
            if (column < 0)
            {
                var found = $"condition '{group.First()}' on a column that the generator does not model";
                throw new InputException(null, null, group.Key, found, "a column with values that repeat");
            }

            var choices = ColumnChoices.Of([.. group], columns[column].Values);
            strata = [.. strata
                .SelectMany(stratum => stratum.Split(column, choices, new KeyedRandom(request.Seed, (ulong)stratum.Index, (ulong)column, 1)))
                .Select((stratum, index) => stratum with { Index = index })];
        }

        return strata;
    }

    private IEnumerable<Stratum> Split(int column, List<ColumnChoice> choices, KeyedRandom random)
    {
        var rows = Rows.ToArray();
        if (choices.Count > 1)
        {
            random.Shuffle(rows.AsSpan());
        }

        var shares = LargestRemainder.Share(rows.Length, [.. choices.Select(choice => choice.Share)]);
        var start = 0;
        for (var i = 0; i < choices.Count; i++)
        {
            int[] taken = [.. rows.AsSpan(start, shares[i])];
            Array.Sort(taken);
            start += shares[i];
            if (taken.Length > 0)
            {
                yield return this with
                {
                    Rows = taken,
                    Allowed = Allowed.And(column, choices[i].Allowed),
                    Reasons = Reasons.SetItem(column, choices[i].Reason),
                };
            }
        }
    }
}
