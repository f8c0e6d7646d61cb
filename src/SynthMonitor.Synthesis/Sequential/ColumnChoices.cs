using SynthMonitor.Data;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>Turns the conditions on one column into the choices that its rows have.</summary>
internal static class ColumnChoices
{
    /// <summary>The choices: one for each condition that holds for a share of the rows, and one for the rest of them, if any.</summary>
    /// <exception cref="InputException">
    /// Nothing meets a condition, conditions contradict each other, or those for shares overlap.
    /// </exception>
    public static List<ColumnChoice> Of(Condition[] conditions, ColumnValues values)
    {
        var (always, reason) = Always(conditions.Where(condition => condition.Share is null), values);
        var choices = new List<ColumnChoice>();
        UnitSet[] rest = always;
        foreach (var condition in conditions.Where(condition => condition.Share > 0))
        {
            var allowed = Intersect(Support(condition, values), always);
            Check(allowed, values, $"{reason}{condition}");
            if (Weight(allowed, values) > Weight(Intersect(allowed, rest), values) + 1e-9)
            {
                var found = $"condition '{condition}' overlaps another one for a share of the rows";
                throw new InputException(null, null, condition.Column.Name, found, "conditions that exclude each other");
            }

            choices.Add(new(condition.Share!.Value, allowed, $"{reason}{condition}"));
            rest = Intersect(rest, [.. allowed.Select(set => set.Complement())]);
        }

        foreach (var condition in conditions.Where(condition => condition.Share == 0))
        {
            rest = Intersect(rest, [.. values.Allowed(condition.Values).Select(set => set.Complement())]);
        }

        var left = 1 - choices.Sum(choice => choice.Share);
        if (left > 1e-9)
        {
            var others = conditions.Where(condition => condition.Share is not null).Select(condition => $"not {condition}");
            var without = string.Join(" and ", others);
            var words = without.Length == 0 ? reason[..^" and ".Length] : reason + without;
            Check(rest, values, words);
            choices.Add(new(left, rest, words));
        }

        return choices;
    }

    private static (UnitSet[] Allowed, string Reason) Always(IEnumerable<Condition> conditions, ColumnValues values)
    {
        UnitSet[] always = [.. Enumerable.Repeat(UnitSet.All, values.Codes.Count)];
        var reason = "";
        foreach (var condition in conditions)
        {
            always = Intersect(always, Support(condition, values));
            reason += $"{condition} and ";
        }

        return (always, reason);
    }

    private static UnitSet[] Support(Condition condition, ColumnValues values)
    {
        if (condition.Values is NameSet != values is NameValues)
        {
            var found = $"condition '{condition}' of another kind than the column";
            throw new InputException(null, null, condition.Column.Name, found, values is NameValues ? "names" : "numbers");
        }

        var allowed = values.Allowed(condition.Values);
        Check(allowed, values, condition.ToString());
        return allowed;
    }

    private static void Check(UnitSet[] allowed, ColumnValues values, string reason)
    {
        if (Weight(allowed, values) == 0)
        {
            throw new InputException(null, null, values.Codes.Name, $"no row has {reason}", $"something among {values.Describe()}");
        }
    }

    private static double Weight(UnitSet[] allowed, ColumnValues values)
    {
        var weight = 0.0;
        for (var code = 0; code < allowed.Length; code++)
        {
            weight += values.Counts[code] * allowed[code].Length;
        }

        return weight;
    }

    private static UnitSet[] Intersect(UnitSet[] one, UnitSet[] other) => [.. one.Zip(other, (mine, its) => mine.Intersect(its))];
}
