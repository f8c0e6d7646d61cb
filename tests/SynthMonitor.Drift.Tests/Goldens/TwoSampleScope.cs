namespace SynthMonitor.Drift.Tests.Goldens;

internal static class TwoSampleScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = [];
}
