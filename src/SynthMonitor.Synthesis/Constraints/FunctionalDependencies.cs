using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Constraints;

/// <summary>
/// Finds columns whose value another column decides, such as a country by its city. That it held in every row must not be chance: were
/// the columns independent, all rows that repeat a value of the one would agree in the other less often than once in a million.
/// </summary>
internal static class FunctionalDependencies
{
    private const double LogChance = -13.8;

    /// <summary>A rule for each pair of columns of which the first decides the second.</summary>
    public static IEnumerable<CombinationRule> Find(Table table, EncodedTable encoded)
    {
        var singles = Enumerable.Range(0, encoded.Values.Length).Where(column => IsSingleValued(encoded, column)).ToArray();
        foreach (var one in singles)
        {
            foreach (var other in singles.Where(other => other != one && IsDecided(encoded, one, other)))
            {
                ImmutableArray<int> positions = [encoded.Positions[one], encoded.Positions[other]];
                yield return CombinationRule.Of(
                    table, positions, $"{table.Schema[positions[0]].Name} decides {table.Schema[positions[1]].Name}");
            }
        }
    }

    /// <summary>Whether every code stands for one value, and there is more than one of them.</summary>
    private static bool IsSingleValued(EncodedTable encoded, int column)
    {
        var (codes, counts) = (encoded.Values[column].Codes, encoded.Values[column].Counts);
        return counts.Count(count => count > 0) > 1 && counts[Code.NotANumber] + counts[Code.Below] + counts[Code.Above] == 0
            && (codes is NumberCodes numbers
                ? Enumerable.Range(0, numbers.Cells).All(cell => counts[Code.First + cell] == 0 || numbers.IsAtom(cell))
                : ((NameCodes)codes).Others.IsEmpty);
    }

    private static bool IsDecided(EncodedTable encoded, int one, int other)
    {
        Span<short> decided = stackalloc short[256];
        decided.Fill(-1);
        var (causes, effects) = (encoded.Codes[one], encoded.Codes[other]);
        for (var row = 0; row < causes.Length; row++)
        {
            ref var effect = ref decided[causes[row]];
            if (effect >= 0 && effect != effects[row])
            {
                return false;
            }

            effect = effects[row];
        }

        var agreement = encoded.Values[other].Counts.Sum(count => Math.Pow((double)count / causes.Length, 2));
        var repeats = causes.Length - encoded.Values[one].Counts.Count(count => count > 0);
        return repeats * Math.Log(agreement) < LogChance;
    }
}
