namespace SynthMonitor.Synthesis.Tests.Goldens;

/// <summary>Which cases the project computes, and by what; a case is named after its name or, for tables, its file.</summary>
internal static class GoldenScope
{
    /// <summary>Where the cases are.</summary>
    public static GoldenFolder Folder { get; } = new("synthesis");

    /// <summary>For each function what computes a case of it.</summary>
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new(
        [
            .. AssociationScope.Functions,
            .. SqsScope.Functions,
            .. SdMetricsScope.Functions,
            .. PrivacyScope.Functions,
        ],
        StringComparer.Ordinal);
}
