using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Something that happens and deserves more rows.</summary>
/// <param name="Name">A short name, unique among those planned together.</param>
/// <param name="Conditions">What its rows have in common.</param>
/// <param name="Weight">
/// How much it matters beside others, above 0: the share of all rows that came to it, or the errors it causes beyond its share, per row.
/// </param>
/// <param name="Reason">Why, in a sentence for people, with the numbers.</param>
public sealed record EdgeCase(string Name, ConditionSet Conditions, double Weight, string Reason);
