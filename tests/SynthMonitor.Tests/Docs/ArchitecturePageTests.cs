using SynthMonitor.Tests.Architecture;

namespace SynthMonitor.Tests.Docs;

public sealed class ArchitecturePageTests
{
    [Fact]
    public void It_names_every_folder_of_every_project_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "architecture.md"));
        var house = page.Split("\n## The house\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`', StringSplitOptions.RemoveEmptyEntries))
            .Select(name => name.Trim().Split('/')[0])
            .Where(name => name.Length > 0)
            .Distinct();
        var folders = SourceTree.CodeBelow("src")
            .Select(file => file.Split('/'))
            .Where(parts => parts.Length > 2)
            .Select(parts => parts[1])
            .Distinct();
        Assert.Equal(folders.Order(), house.Order());
    }
}
