using System.Collections.Immutable;
using SynthMonitor.Api;

namespace SynthMonitor.Tests.Api;

/// <summary>Records to show.</summary>
internal static class SampleViews
{
    public static WindowView Window(long block, double? score = 2.5, string monitor = "loans") => new(
        $"{monitor}|1|{block}", monitor, 1, block, At(block + 1), 200, score, 4.5, score > 4.5,
        score is null ? "too few rows" : null,
        score is { } known ? [new("income", known, 0.2, 4)] : []);

    public static OutcomeView Outcome(long block) => new(
        $"loans|1|{block}|outcomes", "loans", 1, block, At(block + 1), 180, 20, ImmutableSortedDictionary<string, double>.Empty.Add("auc", 0.871));

    public static IncidentView Incident(long raised, int revision = 1, long? resolved = null) => new(
        $"loans|1|drift|{raised}", "loans", "drift", 1, revision, "warning", "concept", raised - 3, raised, resolved, null,
        (raised - 3) * 200, raised * 200, resolved * 200, [new("income", 0.75, 0.2), new("age", 0.25, 0.1)]);

    public static EventView Event(string step, string? verdict = null, string trigger = "loans|1|drift|20") => new(
        $"{trigger}|{step}", "loans", trigger, step, 1, 20, At(20), "respond", 1, verdict,
        verdict is null ? [] : ["auc 0.87 against 0.71"], verdict is null ? null : "recent", null, ImmutableSortedDictionary<string, double>.Empty);

    public static DateTimeOffset At(long block) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(5 * block);
}
