namespace SynthMonitor.Console;

/// <summary>Shows what libraries warn of as notes beside a command's result.</summary>
/// <param name="terminal">Where the command speaks.</param>
internal sealed class TerminalLogger(Terminal terminal) : ILogger
{
    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            terminal.Note(formatter(state, exception));
        }
    }
}
