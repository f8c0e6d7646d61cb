using System.CommandLine;

namespace SynthMonitor.Commands;

/// <summary>Refuses, before any work is done, a file that cannot be written after it.</summary>
internal static class OutputFile
{
    /// <summary>Takes only files in folders that exist.</summary>
    /// <param name="option">An option that names a file to write.</param>
    public static void Require(Option<string?> option) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } path && ErrorOf(path) is { } error)
        {
            result.AddError($"{option.Name} {path}: {error}");
        }
    });

    private static string? ErrorOf(string path)
    {
        if (path.Length == 0 || path.Contains('\0'))
        {
            return "expected a file";
        }

        if (Directory.Exists(path))
        {
            return "is a folder; expected a file";
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder) ? null : $"there is no folder {folder}";
    }
}
