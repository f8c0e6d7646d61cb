namespace SynthMonitor.Tests.Architecture;

/// <summary>The files of the repository that people write.</summary>
internal static class SourceTree
{
    private static readonly char Slash = Path.DirectorySeparatorChar;

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>C# files below a folder of the repository, as paths from there with forward slashes.</summary>
    public static IEnumerable<string> CodeBelow(string folder)
    {
        var top = Path.Combine(Root, folder);
        return Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(top, file).Replace(Slash, '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The lines of a file of the repository.</summary>
    public static string[] Lines(params string[] path) => File.ReadAllLines(Path.Combine([Root, .. path]));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SynthMonitor.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not run from the repository");
    }
}
