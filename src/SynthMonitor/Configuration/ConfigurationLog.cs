using SynthMonitor.Observability;

namespace SynthMonitor.Configuration;

/// <summary>What the configuration's watcher logs. Names keys and places, never values.</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(EventIds.Configuration, LogLevel.Information, "The configuration {File} was reloaded; {Count} keys changed: {Paths}")]
    public static partial void Reloaded(this ILogger logger, string file, int count, string paths);

    [LoggerMessage(EventIds.Configuration + 1, LogLevel.Error, "The configuration {File} is not valid, the one before stays: {Errors}")]
    public static partial void Invalid(this ILogger logger, string file, string errors);
}
