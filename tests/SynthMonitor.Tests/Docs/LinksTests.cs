using System.Text.RegularExpressions;
using SynthMonitor.Tests.Architecture;

namespace SynthMonitor.Tests.Docs;

public sealed partial class LinksTests
{
    [Fact]
    public void Links_between_pages_lead_to_files()
    {
        var pages = new[] { "docs", "dashboards", "helm" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(SourceTree.Root, folder), "*.md", SearchOption.AllDirectories))
            .ToList();
        Assert.NotEmpty(pages);
        var broken = from page in pages
                     from Match link in Link().Matches(File.ReadAllText(page))
                     let target = link.Groups["target"].Value
                     where target.Length > 0 && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
                     select $"{Path.GetRelativePath(SourceTree.Root, page)}: {target}";
        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?!https?://)(?<target>[^)#\s]*)[^)]*\)")]
    private static partial Regex Link();
}
