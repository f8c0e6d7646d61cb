using SynthMonitor.Data.Tables;

namespace SynthMonitor.Learning.Tests;

/// <summary>The shared data sets, which are not part of the repository.</summary>
internal static class SharedData
{
    /// <summary>Reads a table of the data folder; skips the test where it is absent.</summary>
    public static Table Read(string file)
    {
        var path = Path.Combine(Folder(), file);
        if (!File.Exists(path))
        {
            Assert.Skip($"{path} is absent: set SYNTHMONITOR_DATA to the folder of the data sets");
        }

        return TableFile.Read(path);
    }

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("SYNTHMONITOR_DATA") is { Length: > 0 } folder)
        {
            return folder;
        }

        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            if (File.Exists(Path.Combine(parent.FullName, "SynthMonitor.sln")))
            {
                return Path.GetFullPath(Path.Combine(parent.FullName, "..", "shared", "data"));
            }
        }

        return "shared/data";
    }
}
