namespace SynthMonitor.Tests.Architecture;

/// <summary>A type's full name says in which file it is found.</summary>
public sealed class NamespaceTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Namespaces_follow_folders(string top)
    {
        var strays = SourceTree.CodeBelow(top)
            .Select(file => (File: file, Expected: Path.GetDirectoryName(file)!.Replace('/', '.').Replace('\\', '.'), Found: NamespaceOf(top, file)))
            .Where(file => file.Found is not null && file.Found != file.Expected)
            .Select(file => $"{file.File}: {file.Found}");
        Assert.Empty(strays);
    }

    private static string? NamespaceOf(string top, string file) => SourceTree.Lines(top, file)
        .Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        .Select(line => line["namespace ".Length..].TrimEnd(';', ' '))
        .FirstOrDefault();
}
