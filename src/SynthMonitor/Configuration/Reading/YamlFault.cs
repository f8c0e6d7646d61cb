using YamlDotNet.Core;

namespace SynthMonitor.Configuration.Reading;

/// <summary>Says what is wrong with a text that is not YAML, without quoting it.</summary>
internal static class YamlFault
{
    /// <summary>The message for a fault that the parser found.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="exception">What the parser threw.</param>
    public static string Describe(string text, YamlException exception)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)Math.Max(1, exception.Start.Line) - 1) ?? "";
        return line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t')
            ? "a tab in the indentation; expected spaces"
            : $"not YAML ({exception.Message.TrimEnd('.').ReplaceLineEndings(" ")})";
    }
}
