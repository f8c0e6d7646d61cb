using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SynthMonitor.Api;

/// <summary>
/// Bounded views of all monitors for the API and the status page, folded from what stands on the topics. Applying a record again changes
/// nothing. Thread-safe.
/// </summary>
public sealed class MonitorViews
{
    /// <summary>How many records of each kind are kept of a monitor by default.</summary>
    public const int DefaultCapacity = 1000;

    private readonly ConcurrentDictionary<string, MonitorView> monitors;

    /// <summary>Creates empty views.</summary>
    /// <param name="names">The monitors; records of others are ignored.</param>
    /// <param name="capacity">How many records of each kind are kept of each.</param>
    public MonitorViews(IEnumerable<string> names, int capacity = DefaultCapacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        monitors = new(names.Select(name => KeyValuePair.Create(name, new MonitorView(name, capacity))), StringComparer.Ordinal);
    }

    /// <summary>All monitors at a glance, by name.</summary>
    public ImmutableArray<MonitorSummary> Summaries =>
        [.. monitors.OrderBy(monitor => monitor.Key, StringComparer.Ordinal).Select(monitor => monitor.Value.Summary())];

    /// <summary>Takes a window.</summary>
    public void Apply(WindowView window) => Find(window.Monitor)?.Apply(window);

    /// <summary>Takes what labels revealed.</summary>
    public void Apply(OutcomeView outcome) => Find(outcome.Monitor)?.Apply(outcome);

    /// <summary>Takes a revision of an incident.</summary>
    public void Apply(IncidentView incident) => Find(incident.Monitor)?.Apply(incident);

    /// <summary>Takes an event.</summary>
    public void Apply(EventView step) => Find(step.Monitor)?.Apply(step);

    /// <summary>The view of a monitor, or null where there is none of that name.</summary>
    internal MonitorView? Find(string monitor) => monitors.GetValueOrDefault(monitor);
}
