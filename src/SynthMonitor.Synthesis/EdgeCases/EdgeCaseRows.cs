using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>The rows that plans made.</summary>
/// <param name="Table">The rows, plan by plan.</param>
/// <param name="PlanOfRow">For each row the name of its plan.</param>
/// <param name="Outcomes">For each plan what came of it.</param>
public sealed record EdgeCaseRows(Table Table, ImmutableArray<string> PlanOfRow, ImmutableArray<EdgeCaseOutcome> Outcomes);
