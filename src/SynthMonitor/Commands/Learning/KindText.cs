using System.Text.Json;
using SynthMonitor.Drift.Diagnosis;

namespace SynthMonitor.Commands.Learning;

/// <summary>Kinds of change as results name them.</summary>
internal static class KindText
{
    /// <summary>No change was found.</summary>
    public const string None = "none";

    /// <summary>The name of a kind, such as <c>new-slice</c>.</summary>
    public static string Of(DiagnosisKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
