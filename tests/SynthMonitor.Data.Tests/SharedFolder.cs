namespace SynthMonitor.Data.Tests;

/// <summary>Data sets and golden values that lie beside the repository, or where an environment variable says.</summary>
internal static class SharedFolder
{
    /// <summary>A file of the data sets; skips the test where there are none.</summary>
    public static string Data(string file) => Find("SYNTHMONITOR_DATA", "data", file);

    private static string Find(string variable, string name, string file)
    {
        var folder = Environment.GetEnvironmentVariable(variable) ?? Beside(name);
        Assert.SkipUnless(Directory.Exists(folder), $"{variable} is not set and there is no folder {folder}");
        return Path.Combine(folder, file);
    }

    private static string Beside(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SynthMonitor.sln")))
        {
            root = root.Parent;
        }

        return Path.GetFullPath(Path.Combine(root?.FullName ?? ".", "..", "shared", name));
    }
}
