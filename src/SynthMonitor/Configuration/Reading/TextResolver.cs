using System.Text.RegularExpressions;

namespace SynthMonitor.Configuration.Reading;

/// <summary>Puts in what a text refers to: <c>${NAME}</c> is an environment variable, <c>$${</c> stands for <c>${</c>.</summary>
/// <param name="environment">The value of an environment variable, or null where it is not set.</param>
/// <param name="readFile">Reads a text file.</param>
internal sealed partial class TextResolver(Func<string, string?> environment, Func<string, string> readFile)
{
    private const string FilePrefix = "file:";

    /// <summary>The resolver of a process: its environment and its files.</summary>
    public static TextResolver OfProcess { get; } = new(Environment.GetEnvironmentVariable, File.ReadAllText);

    /// <summary>Resolves a text.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="missing">Receives the name of each variable that is not set.</param>
    public string Resolve(string text, Action<string> missing) => Reference().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        if (name.Length == 0)
        {
            return "${";
        }

        var value = environment(name);
        if (value is null)
        {
            missing(name);
        }

        return value ?? "";
    });

    /// <summary>Reads the file that a secret such as <c>file:/run/secrets/password</c> refers to, without its last line end.</summary>
    /// <param name="text">The secret after <see cref="Resolve"/>.</param>
    /// <param name="folder">What a relative path is relative to.</param>
    /// <returns>The content, or the text itself where it refers to no file.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public string ReadSecret(string text, string folder) =>
        text.StartsWith(FilePrefix, StringComparison.Ordinal)
            ? readFile(Path.Combine(folder, text[FilePrefix.Length..])).TrimEnd('\r', '\n')
            : text;

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
