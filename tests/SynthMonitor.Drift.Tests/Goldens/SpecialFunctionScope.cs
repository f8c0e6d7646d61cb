namespace SynthMonitor.Drift.Tests.Goldens;

internal static class SpecialFunctionScope
{
    public static Dictionary<string, Func<GoldenCase, GoldenAnswer>> Functions { get; } = [];
}
