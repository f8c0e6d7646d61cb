using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SynthMonitor.Observability;

/// <summary>
/// Whether the process lives, has started and is ready: what its roles say about named conditions. Thread-safe.
/// </summary>
public sealed class Health
{
    private readonly ConcurrentDictionary<string, HealthCondition> conditions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> fatal = new(StringComparer.Ordinal);
    private volatile bool started;

    /// <summary>Whether no role has failed for good. False asks for a restart.</summary>
    public bool IsLive => fatal.IsEmpty;

    /// <summary>Whether the roles were started; never false again. What they need, such as a broker, may still be missing.</summary>
    public bool IsStarted => started;

    /// <summary>Whether the process is live and started, and every condition holds.</summary>
    public bool IsReady => Reasons.IsEmpty;

    /// <summary>Why the process is not ready, one line each, in the order of the conditions' names; empty where it is ready.</summary>
    public ImmutableArray<string> Reasons =>
    [
        .. FatalErrors,
        .. started ? [] : new[] { "start: the roles are not started" },
        .. conditions.Values.Where(condition => !condition.IsReady).OrderBy(condition => condition.Name, StringComparer.Ordinal)
            .Select(condition => $"{condition.Name}: {condition.Reason}"),
    ];

    /// <summary>The errors that ended roles, one line each.</summary>
    public ImmutableArray<string> FatalErrors =>
        [.. fatal.OrderBy(error => error.Key, StringComparer.Ordinal).Select(error => $"{error.Key}: {error.Value}")];

    /// <summary>The condition of a name, made not ready if it is new.</summary>
    /// <param name="name">What must hold, such as <c>broker</c> or <c>reference loans</c>.</param>
    public HealthCondition Condition(string name) => conditions.GetOrAdd(name, static name => new(name));

    /// <summary>Forgets a condition that no longer matters, such as that of a partition that another process owns now.</summary>
    public void Remove(string name) => conditions.TryRemove(name, out _);

    /// <summary>Says that the roles are started.</summary>
    public void Started() => started = true;

    /// <summary>Says that a role failed for good. The first error of a role is kept.</summary>
    /// <param name="role">The role.</param>
    /// <param name="error">What happened, in words without feature values.</param>
    public void Fatal(string role, string error) => fatal.TryAdd(role, error.ReplaceLineEndings(" "));
}
