using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.EdgeCases;

/// <summary>What came of a plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Rows">The rows made: those planned, or none.</param>
/// <param name="EffectiveSampleSize">To how many independent rows they amount (<see cref="SampledRows.EffectiveSampleSize"/>).</param>
/// <param name="Refusal">Why no rows could be made, or null.</param>
public sealed record EdgeCaseOutcome(EdgeCasePlan Plan, int Rows, double EffectiveSampleSize, string? Refusal);
