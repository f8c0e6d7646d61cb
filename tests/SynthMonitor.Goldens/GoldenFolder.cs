namespace SynthMonitor.Goldens;

/// <summary>Where the golden values of an area, and the data that they name, are.</summary>
/// <param name="area">The folder below SYNTHMONITOR_GOLDEN, or below the folder beside the repository where that is not set.</param>
public sealed class GoldenFolder(string area)
{
    /// <summary>The folder.</summary>
    public string Path { get; } = System.IO.Path.Combine(Find("SYNTHMONITOR_GOLDEN", "golden"), area);

    /// <summary>All files of cases, in order of name.</summary>
    public IEnumerable<string> Files() =>
        Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*.json").Order(StringComparer.Ordinal) : [];

    /// <summary>A file that a case names: beside the cases, or below SYNTHMONITOR_DATA.</summary>
    /// <exception cref="GoldenFileAbsentException">It is in neither place.</exception>
    public string Resolve(string name)
    {
        string[] places = [System.IO.Path.Combine(Path, name), System.IO.Path.Combine(Find("SYNTHMONITOR_DATA", "data"), name)];
        return Array.Find(places, File.Exists) ?? throw new GoldenFileAbsentException(name);
    }

    private static string Find(string variable, string name)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set)
        {
            return set;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "SynthMonitor.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder?.FullName ?? ".", "..", "shared", name);
    }
}

/// <summary>A file that a case names is in neither place where it could be.</summary>
public sealed class GoldenFileAbsentException(string name) : Exception(name);
