using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace SynthMonitor.Observability;

/// <summary>
/// Logs for people on a terminal, one line each: time (UTC), level, message, event id. What went wrong follows on lines of its own. Levels are
/// coloured unless the environment variable <c>NO_COLOR</c> is set (no-color.org).
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class TerminalFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>The name that it is chosen by.</summary>
    public const string FormatterName = "terminal";

    private static readonly bool HasColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (level, colour) = Level(logEntry.LogLevel);
        var (before, after) = HasColour && colour > 0 ? ($"\e[{colour}m", "\e[0m") : ("", "");
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        textWriter.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{time.GetUtcNow():HH:mm:ss} {before}{level}{after} {message} [{logEntry.EventId.Id}]"));
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception);
        }
    }

    private static (string Name, int Colour) Level(LogLevel level) => level switch
    {
        LogLevel.Critical => ("FAIL ", 31),
        LogLevel.Error => ("error", 31),
        LogLevel.Warning => ("warn ", 33),
        LogLevel.Information => ("info ", 32),
        _ => ("debug", 0),
    };
}
