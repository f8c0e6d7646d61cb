namespace SynthMonitor.Drift.Tests.Goldens;

/// <summary>Where golden values and the data that they name are.</summary>
internal static class GoldenFolder
{
    /// <summary>The golden values of this project: below SYNTHMONITOR_GOLDEN, else beside the repository.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Find("SYNTHMONITOR_GOLDEN", "golden"), "drift");

    /// <summary>All files of cases, in order of name.</summary>
    public static IEnumerable<string> Files() =>
        Directory.Exists(Path) ? Directory.EnumerateFiles(Path, "*.json").Order(StringComparer.Ordinal) : [];

    /// <summary>A file that a case names: beside the cases, or below SYNTHMONITOR_DATA.</summary>
    /// <exception cref="GoldenFileAbsentException">It is in neither place.</exception>
    public static string Resolve(string name)
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
internal sealed class GoldenFileAbsentException(string name) : Exception(name);
