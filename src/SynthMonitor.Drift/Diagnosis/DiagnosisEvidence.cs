using System.Collections.Immutable;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Diagnosis;

/// <summary>What a diagnosis is made from.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Current">The rows since the onset.</param>
/// <param name="OutcomesBefore">
/// Outcomes from before the onset. Best those of the stream; the reference's own do where the model was not trained on its rows. Null where
/// there are none.
/// </param>
/// <param name="OutcomesSince">Outcomes since the onset; null where labels have not come yet.</param>
/// <param name="Columns">The alarm's columns; empty for an alarm about the error rate.</param>
public sealed record DiagnosisEvidence(
    Reference Reference, Profile Current, OutcomeCounts? OutcomesBefore, OutcomeCounts? OutcomesSince, ImmutableArray<string> Columns);
