using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SynthMonitor.Tests.Kafka.Client;

/// <summary>Keeps what is logged, details aside.</summary>
internal sealed class ListLogger : ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Information)
        {
            lines.Enqueue(formatter(state, exception));
        }
    }
}
