using SynthMonitor.Observability;

namespace SynthMonitor.Api;

/// <summary>What the HTTP host logs.</summary>
internal static partial class ApiLog
{
    [LoggerMessage(EventIds.Api, LogLevel.Information, "Status page, metrics and health are on {Address}")]
    public static partial void Listening(this ILogger logger, string address);
}
