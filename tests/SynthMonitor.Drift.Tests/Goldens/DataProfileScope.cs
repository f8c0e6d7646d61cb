namespace SynthMonitor.Drift.Tests.Goldens;

internal static class DataProfileScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = [];
}
