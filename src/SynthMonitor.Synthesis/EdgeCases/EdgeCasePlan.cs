using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>Rows to be made for an edge case.</summary>
/// <param name="Name">A short name, unique among those planned together.</param>
/// <param name="Conditions">What the rows must meet.</param>
/// <param name="Rows">The number of rows, at least 1.</param>
/// <param name="Reason">Why, in a sentence for people, with the numbers.</param>
public sealed record EdgeCasePlan(string Name, ConditionSet Conditions, int Rows, string Reason);
