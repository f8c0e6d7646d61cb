namespace SynthMonitor.Demo.Screen;

/// <summary>Numbers as a line of blocks of eight heights.</summary>
internal static class Sparkline
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <summary>What stands where there is no value.</summary>
    public const char Gap = ' ';

    /// <summary>The block of a value between two bounds; beyond them the lowest or the highest.</summary>
    public static char Of(double? value, double low, double high) => value is not { } known
        ? Gap
        : Heights[(int)Math.Clamp(high > low ? (known - low) / (high - low) * Heights.Length : 0, 0, Heights.Length - 1)];
}
