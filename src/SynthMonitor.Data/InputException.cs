using System.Collections.Immutable;

namespace SynthMonitor.Data;

/// <summary>
/// Input that cannot be used. Each error is one line: place (file, line, column as far as known), what was found, what was expected.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Creates an error about a place in a file.</summary>
    /// <param name="file">The file as the user named it, or null.</param>
    /// <param name="line">The 1-based line (or row), or null.</param>
    /// <param name="column">The column's name or 1-based position, or null.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What was expected, or null.</param>
    /// <param name="inner">The cause, or null.</param>
    public InputException(string? file, long? line, string? column, string found, string? expected = null, Exception? inner = null)
        : base(Format(file, line, column, found, expected), inner)
    {
        File = file;
        Line = line;
        Column = column;
        Errors = [Message];
    }

    /// <summary>Joins the errors that a validator found into one exception, whose place is that of the first.</summary>
    /// <param name="errors">At least one error.</param>
    public InputException(IReadOnlyList<InputException> errors)
        : base(string.Join('\n', errors.SelectMany(error => error.Errors)), errors[0].InnerException)
    {
        File = errors[0].File;
        Line = errors[0].Line;
        Column = errors[0].Column;
        Errors = [.. errors.SelectMany(error => error.Errors)];
    }

    /// <summary>The errors, one line each; <see cref="Exception.Message"/> is these lines.</summary>
    public ImmutableArray<string> Errors { get; }

    /// <summary>The file as the user named it, or null.</summary>
    public string? File { get; }

    /// <summary>The 1-based line (or row), or null.</summary>
    public long? Line { get; }

    /// <summary>The column's name or 1-based position, or null.</summary>
    public string? Column { get; }

    private static string Format(string? file, long? line, string? column, string found, string? expected)
    {
        string?[] places = [file, line is null ? null : $"line {line}", column is null ? null : $"column {column}"];
        var place = string.Join(", ", places.OfType<string>());
        return (place.Length == 0 ? "" : $"{place}: ") + OneLine(found) + (expected is null ? "" : $"; expected {expected}");
    }

    /// <summary>What was found can be a cell of any length that holds line breaks.</summary>
    private static string OneLine(string found)
    {
        const int Longest = 300;
        var text = found.Length > Longest ? $"{found.AsSpan(0, Longest)}…" : found;
        return text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
    }
}
