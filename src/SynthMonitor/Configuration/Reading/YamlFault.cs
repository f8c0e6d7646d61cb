using YamlDotNet.Core;

namespace SynthMonitor.Configuration.Reading;

/// <summary>Says where and why a text is not YAML, without quoting it.</summary>
internal static class YamlFault
{
    /// <summary>The place and the message for a fault that the parser found. A tab is told where it stands.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="exception">What the parser threw.</param>
    public static (Place Place, string Message) Describe(string text, YamlException exception)
    {
        var start = new Place(Math.Max(1, exception.Start.Line), Math.Max(1, exception.Start.Column));
        return TabIn(text, start.Line) is { } tab && exception.Message.Contains("tab", StringComparison.OrdinalIgnoreCase)
            ? (tab, "a tab in the indentation; expected spaces")
            : (start, $"not YAML ({exception.Message.TrimEnd('.').ReplaceLineEndings(" ")})");
    }

    private static Place? TabIn(string text, long fromLine)
    {
        var line = 0L;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            var tab = content[..^content.TrimStart().Length].IndexOf('\t');
            if (++line >= fromLine && tab >= 0)
            {
                return new(line, tab + 1);
            }
        }

        return null;
    }
}
