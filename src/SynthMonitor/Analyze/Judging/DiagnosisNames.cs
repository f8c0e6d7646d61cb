using SynthMonitor.Drift.Diagnosis;

namespace SynthMonitor.Analyze.Judging;

/// <summary>The names of diagnoses in records.</summary>
internal static class DiagnosisNames
{
    public static string Of(DiagnosisKind kind) => kind switch
    {
        DiagnosisKind.Covariate => "covariate",
        DiagnosisKind.Concept => "concept",
        DiagnosisKind.NewSlice => "new-slice",
        DiagnosisKind.LabelShift => "label-shift",
        DiagnosisKind.Quality => "quality",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
