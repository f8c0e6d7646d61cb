namespace SynthMonitor.Benchmarks;

/// <summary>Puts a benchmark's section into a Markdown file, in place of the one with the same heading.</summary>
internal static class MarkdownSection
{
    public static void Write(string file, string heading, IEnumerable<string> lines)
    {
        List<string> text = File.Exists(file) ? [.. File.ReadAllLines(file)] : ["# Benchmarks"];
        var start = text.IndexOf($"## {heading}");
        if (start < 0)
        {
            text.Add("");
            start = text.Count;
        }
        else
        {
            var end = text.FindIndex(start + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
            text.RemoveRange(start, (end < 0 ? text.Count : end - 1) - start);
        }

        text.InsertRange(start, [$"## {heading}", "", .. lines]);
        File.WriteAllLines(file, text);
    }
}
