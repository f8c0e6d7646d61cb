using SynthMonitor.Observability;

namespace SynthMonitor.Hosting;

/// <summary>What the host logs.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(EventIds.Hosting + 1, LogLevel.Information, "Started: {Roles} for {Monitors} monitors, store {Store}")]
    public static partial void Started(this ILogger logger, string roles, int monitors, string store);

    [LoggerMessage(EventIds.Hosting + 2, LogLevel.Information, "Stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(EventIds.Hosting + 3, LogLevel.Information, "Stopped: what was read is published, offsets are committed")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(EventIds.Hosting + 4, LogLevel.Critical, "Role {Role} has failed")]
    public static partial void RoleFailed(this ILogger logger, string role, Exception exception);

    [LoggerMessage(EventIds.Hosting + 5, LogLevel.Warning, "Waiting: {Reason}")]
    public static partial void Waiting(this ILogger logger, string reason);

    [LoggerMessage(EventIds.Hosting + 6, LogLevel.Warning, "Incident {Incident} raised: {Diagnosis}")]
    public static partial void IncidentRaised(this ILogger logger, string incident, string diagnosis);

    [LoggerMessage(EventIds.Hosting + 7, LogLevel.Information, "Incident {Incident} resolved")]
    public static partial void IncidentResolved(this ILogger logger, string incident);

    [LoggerMessage(EventIds.Hosting + 8, LogLevel.Information, "Response to {Trigger}: {Step} {Verdict}")]
    public static partial void ResponseStep(this ILogger logger, string trigger, string step, string verdict);

    [LoggerMessage(EventIds.Hosting + 9, LogLevel.Error, "A snapshot cannot be used; an older one or the log is taken: {Why}")]
    public static partial void DamagedSnapshot(this ILogger logger, string why);

    [LoggerMessage(EventIds.Hosting + 10, LogLevel.Warning, "The configuration has changed in keys that need a restart: {Keys}")]
    public static partial void RestartNeeded(this ILogger logger, string keys);

    [LoggerMessage(EventIds.Hosting + 11, LogLevel.Warning, "Role {Role} was stopped before everything was published: {Reason}")]
    public static partial void RoleUnpublished(this ILogger logger, string role, string reason);

    [LoggerMessage(EventIds.Hosting + 12, LogLevel.Warning, "Stopped: what was not published will be read again")]
    public static partial void StoppedUnpublished(this ILogger logger);
}
