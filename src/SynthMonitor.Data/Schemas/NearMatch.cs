namespace SynthMonitor.Data.Schemas;

/// <summary>Finds the name that somebody may have meant.</summary>
public static class NearMatch
{
    /// <summary>
    /// The candidate at the least edit distance (Levenshtein, case ignored) if that is at most a third of the length, or null.
    /// </summary>
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

    /// <summary>
    /// What to tell of a name that does not exist: the near match, or all names while they are few, or how many there are.
    /// </summary>
    public static string Expected(string name, IReadOnlyCollection<string> candidates) =>
        Find(name, candidates) is { } near ? $"perhaps '{near}'"
        : candidates.Count <= 12 ? $"one of {string.Join(", ", candidates)}"
        : $"one of the {candidates.Count} names, such as {string.Join(", ", candidates.Take(12))}";

    /// <summary>Optimal string alignment, row by row of its table.</summary>
    private static int Distance(string first, string second)
    {
        (first, second) = (first.ToLowerInvariant(), second.ToLowerInvariant());
        var before = new int[second.Length + 1];
        var last = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var row = new int[second.Length + 1];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replaced = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], last[j]) + 1);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last) = (last, row);
        }

        return last[^1];
    }
}
