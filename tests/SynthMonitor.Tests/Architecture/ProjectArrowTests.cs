using System.Xml.Linq;

namespace SynthMonitor.Tests.Architecture;

/// <summary>Which project may stand on which.</summary>
public sealed class ProjectArrowTests
{
    [Theory]
    [InlineData("SynthMonitor.Data")]
    [InlineData("SynthMonitor.Drift", "SynthMonitor.Data")]
    [InlineData("SynthMonitor.Synthesis", "SynthMonitor.Data")]
    [InlineData("SynthMonitor.Learning", "SynthMonitor.Data", "SynthMonitor.Synthesis")]
    [InlineData("SynthMonitor", "SynthMonitor.Data", "SynthMonitor.Drift", "SynthMonitor.Learning", "SynthMonitor.Synthesis")]
    public void A_project_stands_on_no_more_than_the_house_allows(string project, params string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(SourceTree.Root, "src", project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
        Assert.Equal(allowed, references);
    }

    [Fact]
    public void There_are_five_source_projects()
    {
        Assert.Equal(5, Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.csproj", SearchOption.AllDirectories).Count());
    }
}
