namespace SynthMonitor.Configuration;

/// <summary>One error of a configuration file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">The 1-based line, or null where the file as a whole is meant.</param>
/// <param name="Column">The 1-based column, or null where the file as a whole is meant.</param>
/// <param name="Path">The key, such as <c>monitors[0].block</c>, or null where the file as a whole is meant.</param>
/// <param name="Message">What was found, and what was expected. Never holds a secret.</param>
public sealed record ConfigurationError(string File, long? Line, long? Column, string? Path, string Message)
{
    /// <summary>One line: <c>file:line:column: key path: what was found; expected …</c></summary>
    public override string ToString()
    {
        var place = Line is null ? File : $"{File}:{Line}:{Column}";
        return string.IsNullOrEmpty(Path) ? $"{place}: {Message}" : $"{place}: {Path}: {Message}";
    }
}
