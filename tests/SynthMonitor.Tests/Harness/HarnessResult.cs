using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Tests.Harness;

/// <summary>What a run gave.</summary>
internal sealed record HarnessResult(
    SortedDictionary<string, string> Windows,
    SortedDictionary<string, string> Incidents,
    RecordCounts Features,
    RecordCounts Labels,
    JoinCounts Joins)
{
    /// <summary>The first difference to another run, or null.</summary>
    public string? DifferenceTo(HarnessResult other) =>
        Difference("window", Windows, other.Windows)
        ?? Difference("incident", Incidents, other.Incidents)
        ?? (Features == other.Features ? null : $"features {Features} and {other.Features}")
        ?? (Labels == other.Labels ? null : $"labels {Labels} and {other.Labels}")
        ?? (Joins == other.Joins ? null : $"joins {Joins} and {other.Joins}");

    private static string? Difference(string what, SortedDictionary<string, string> left, SortedDictionary<string, string> right)
    {
        var id = left.Keys.Union(right.Keys, StringComparer.Ordinal)
            .FirstOrDefault(id => left.GetValueOrDefault(id) != right.GetValueOrDefault(id));
        return id is null ? null : $"{what} {id}:\n{left.GetValueOrDefault(id)}\n{right.GetValueOrDefault(id)}";
    }
}
