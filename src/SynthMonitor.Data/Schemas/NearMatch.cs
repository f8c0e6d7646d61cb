namespace SynthMonitor.Data.Schemas;

/// <summary>Finds the name that somebody may have meant.</summary>
public static class NearMatch
{
    /// <summary>The candidate at the least edit distance (Levenshtein, case ignored) if that is at most a third of the length, or null.</summary>
    /// <param name="name">A name that is not among the candidates.</param>
    /// <param name="candidates">The names that exist; among equally near ones the first is chosen.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var nearest = candidates.Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate)))
            .Where(near => near.Distance <= Math.Max(name.Length, near.Candidate.Length) / 3)
            .OrderBy(near => near.Distance)
            .FirstOrDefault();
        return nearest.Candidate;
    }

    /// <summary>What to tell of a name that does not exist: the near match, or all names while they are few, or how many there are.</summary>
    public static string Expected(string name, IReadOnlyCollection<string> candidates) =>
        Find(name, candidates) is { } near ? $"did you mean '{near}'?"
        : candidates.Count <= 12 ? $"one of {string.Join(", ", candidates)}"
        : $"one of the {candidates.Count} names, such as {string.Join(", ", candidates.Take(12))}";

    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var cost = char.ToLowerInvariant(first[i - 1]) == char.ToLowerInvariant(second[j - 1]) ? 0 : 1;
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost);
                (diagonal, row[j]) = (row[j], next);
            }
        }

        return row[^1];
    }
}
