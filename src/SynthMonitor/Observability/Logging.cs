using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace SynthMonitor.Observability;

/// <summary>
/// Where logs go: to standard error, as lines for people on a terminal and as one JSON object a line elsewhere. Logs never hold feature
/// values or secrets: messages name monitors, topics, partitions, offsets and counts.
/// </summary>
public static class Logging
{
    /// <summary>Adds the console as the only receiver of logs.</summary>
    /// <param name="builder">The logging that is set up.</param>
    /// <param name="terminal">Whether standard error is a terminal.</param>
    public static ILoggingBuilder AddSynthMonitorConsole(this ILoggingBuilder builder, bool terminal)
    {
        builder.ClearProviders();
        builder.AddFilter("Microsoft", LogLevel.Warning);
        if (terminal)
        {
            builder.Services.TryAddSingleton(TimeProvider.System);
            builder.AddConsole(options => options.FormatterName = TerminalFormatter.FormatterName)
                .AddConsoleFormatter<TerminalFormatter, ConsoleFormatterOptions>();
        }
        else
        {
            builder.AddJsonConsole(options =>
            {
                options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                options.UseUtcTimestamp = true;
            });
        }

        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }
}
