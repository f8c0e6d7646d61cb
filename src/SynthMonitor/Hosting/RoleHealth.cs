using SynthMonitor.Observability;
using SynthMonitor.Roles;

namespace SynthMonitor.Hosting;

/// <summary>Turns how the roles' threads fare into health; a role that has failed ends the process.</summary>
internal sealed class RoleHealth(Health health, ILogger logger, CancellationTokenSource stop) : IRoleEvents
{
    /// <summary>The failure of a role, or null.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public void Reached(string role) => health.Condition(role).Ready();

    /// <inheritdoc/>
    public void Unreachable(string role, Exception exception) => health.Condition(role).NotReady(exception.Message);

    /// <summary>Whether every role that has stopped had published what it had read.</summary>
    public bool IsPublished { get; private set; } = true;

    /// <inheritdoc/>
    public void Unpublished(string role, Exception exception)
    {
        IsPublished = false;
        logger.RoleUnpublished(role, exception.Message);
    }

    /// <inheritdoc/>
    public void Failed(string role, Exception exception)
    {
        Failure = $"{role}: {exception.Message}";
        logger.RoleFailed(role, exception);
        health.Fatal(role, exception.Message);
        stop.Cancel();
    }
}
