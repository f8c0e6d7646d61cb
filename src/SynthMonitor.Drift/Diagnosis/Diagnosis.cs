using System.Collections.Immutable;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>What an alarm is about, and why.</summary>
/// <param name="Kind">The kind of change.</param>
/// <param name="Reasons">The findings that decided, for people. At least one.</param>
public sealed record Diagnosis(DiagnosisKind Kind, ImmutableArray<string> Reasons);
