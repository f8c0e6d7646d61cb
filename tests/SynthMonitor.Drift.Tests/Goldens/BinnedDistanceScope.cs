namespace SynthMonitor.Drift.Tests.Goldens;

internal static class BinnedDistanceScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = [];
}
