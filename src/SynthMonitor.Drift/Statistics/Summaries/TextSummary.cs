using System.Collections.Immutable;
using System.Text;

namespace SynthMonitor.Drift.Statistics.Summaries;

/// <summary>What a column of texts holds; texts are compared ordinally, neither trimmed nor normalised.</summary>
/// <param name="Count">All rows.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Empty">Rows with a text of no characters.</param>
/// <param name="Blank">Rows with a text of white space alone.</param>
/// <param name="Distinct">Different texts.</param>
/// <param name="Lengths">The length of each text, in Unicode code points.</param>
/// <param name="Bytes">The length of each text, in bytes of UTF-8.</param>
/// <param name="Top">The texts that occur most, the most frequent first, then in order of their code points.</param>
public sealed record TextSummary(
    int Count,
    int Missing,
    int Empty,
    int Blank,
    int Distinct,
    ImmutableArray<int> Lengths,
    ImmutableArray<int> Bytes,
    ImmutableArray<KeyValuePair<string, int>> Top)
{
    /// <summary>Summarises texts; null is missing.</summary>
    /// <param name="values">The texts.</param>
    /// <param name="top">How many of the most frequent are told.</param>
    public static TextSummary Of(IReadOnlyCollection<string?> values, int top)
    {
        string[] present = [.. values.OfType<string>()];
        var counts = present.CountBy(text => text, StringComparer.Ordinal).ToArray();
        return new(
            values.Count,
            values.Count - present.Length,
            present.Count(text => text.Length == 0),
            present.Count(text => text.Length > 0 && string.IsNullOrWhiteSpace(text)),
            counts.Length,
            [.. present.Select(text => text.EnumerateRunes().Count())],
            [.. present.Select(Encoding.UTF8.GetByteCount)],
            [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, CodePoints).Take(top)]);
    }

    /// <summary>Order of code points, which is that of UTF-8 bytes.</summary>
    private static readonly Comparer<string> CodePoints =
        Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
}
