namespace SynthMonitor.Drift.Tests.Goldens;

internal static class ContingencyScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = [];
}
