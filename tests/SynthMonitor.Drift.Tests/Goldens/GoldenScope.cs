namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Which functions of other packages the project computes, and by what: all areas together.</summary>
internal static class GoldenScope
{
    /// <summary>Where the cases are.</summary>
    public static GoldenFolder Folder { get; } = new("drift");

    /// <summary>For each function what computes a case of it.</summary>
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = new(
        [
            .. SpecialFunctionScope.Functions,
            .. TwoSampleScope.Functions,
            .. ContingencyScope.Functions,
            .. BinnedDistanceScope.Functions,
            .. MultipleTestingScope.Functions,
            .. DataProfileScope.Functions,
            .. DetectorScope.Functions,
            .. AnytimeScope.Functions,
            .. LabelFreeScope.Functions,
        ],
        StringComparer.Ordinal);
}
