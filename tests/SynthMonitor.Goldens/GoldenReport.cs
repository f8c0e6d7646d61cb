using System.Text;

namespace SynthMonitor.Goldens;

/// <summary>What a run over golden cases did, and what it did not.</summary>
/// <param name="scope">For each function that the project computes what computes a case of it.</param>
public sealed class GoldenReport(IReadOnlyDictionary<string, Func<GoldenCase, GoldenAnswer>> scope)
{
    private readonly SortedDictionary<string, int> ran = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> outside = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> notCompared = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];

    public int Ran => ran.Values.Sum();

    public IReadOnlyList<string> Differences => differences;

    /// <summary>Runs a case, if the project computes its function.</summary>
    public void Run(GoldenCase one)
    {
        if (!scope.TryGetValue(one.Function, out var compute))
        {
            Count(outside, one.Function);
            return;
        }

        try
        {
            var answer = compute(one);
            Count(ran, $"{one.File}: {one.Function}");
            differences.AddRange(GoldenComparer.Differences(one, answer));
            NoteNotCompared(one, answer);
        }
        catch (GoldenOutOfScopeException exception)
        {
            Count(outside, exception.Message);
        }
        catch (GoldenFileAbsentException exception)
        {
            Count(unread, exception.Message);
        }
        catch (ArgumentException exception)
        {
            Count(ran, $"{one.File}: {one.Function}");
            differences.AddRange(GoldenComparer.IsRefused(one) ? [] : [$"{one.Id}: refused: {exception.Message}"]);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder($"golden cases: {Ran} ran, {outside.Values.Sum()} outside the scope, {unread.Values.Sum()} without their file, ")
            .AppendLine($"{differences.Count} differences");
        Append(text, "ran", ran.Select(pair => $"{pair.Value,5} {pair.Key}"));
        Append(text, "outside the scope", outside.Select(pair => $"{pair.Value,5} {pair.Key}"));
        Append(text, "without their file", unread.Select(pair => $"{pair.Value,5} {pair.Key}"));
        Append(text, "expected, but not computed", notCompared.Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}"));
        return text.ToString();
    }

    private static void Count(SortedDictionary<string, int> counts, string what) => counts[what] = counts.GetValueOrDefault(what) + 1;

    private static void Append(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        text.AppendLine($"{heading}:");
        foreach (var line in lines)
        {
            text.AppendLine($"  {line}");
        }
    }

    private void NoteNotCompared(GoldenCase one, GoldenAnswer answer)
    {
        var keys = GoldenComparer.IsRefused(one) ? [] : one.Expected.Select(pair => pair.Key).Where(key => !answer.ContainsKey(key)).ToArray();
        if (keys.Length > 0)
        {
            notCompared.TryAdd(one.Function, new(StringComparer.Ordinal));
            notCompared[one.Function].UnionWith(keys);
        }
    }
}
