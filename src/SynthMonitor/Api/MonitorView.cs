using System.Collections.Immutable;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Api;

/// <summary>What the API knows of one monitor: the newest windows, incidents and events, and counts. Thread-safe and bounded.</summary>
internal sealed class MonitorView(string name, int capacity)
{
    private readonly Lock gate = new();
    private readonly Recent<WindowView> windows = new(window => window.Id, capacity);
    private readonly Recent<OutcomeView> outcomes = new(outcome => outcome.Id, capacity);
    private readonly Recent<IncidentView> incidents = new(incident => incident.Id, capacity);
    private readonly Recent<EventView> events = new(step => $"{step.Trigger}|{step.Step}", capacity);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly RunningResponse response = new();
    private int raised;
    private int retrains;
    private int promotions;
    private int rollbacks;

    /// <summary>Takes a window; a repeated one changes nothing.</summary>
    public void Apply(WindowView window)
    {
        lock (gate)
        {
            windows.TryAdd(window);
        }
    }

    /// <summary>Takes what labels revealed; a repeated one changes nothing.</summary>
    public void Apply(OutcomeView outcome)
    {
        lock (gate)
        {
            outcomes.TryAdd(outcome);
        }
    }

    /// <summary>Takes a revision of an incident; one that is not newer changes nothing.</summary>
    public void Apply(IncidentView incident)
    {
        lock (gate)
        {
            if (incidents.TryAdd(incident))
            {
                raised++;
            }
            else if (!incidents.TryReplace(incident, known => known.Revision < incident.Revision))
            {
                return;
            }

            _ = incident.ResolvedBlock is null ? open.Add(incident.Id) : open.Remove(incident.Id);
        }
    }

    /// <summary>Takes an event; of those of the same trigger and step the first counts.</summary>
    public void Apply(EventView step)
    {
        lock (gate)
        {
            if (!events.TryAdd(step))
            {
                return;
            }

            retrains += step.Step == ResponseStep.Judged ? 1 : 0;
            promotions += step.Step == ResponseStep.Promoted ? 1 : 0;
            rollbacks += step.Step == ResponseStep.RolledBack ? 1 : 0;
            response.Apply(step);
        }
    }

    /// <summary>The monitor at a glance.</summary>
    public MonitorSummary Summary()
    {
        lock (gate)
        {
            var state = open.Count > 0 ? "drifted" : windows.Last is null ? "waiting" : "steady";
            return new(name, state, response.Step, windows.Last, outcomes.Last, open.Count, raised, retrains, promotions, rollbacks);
        }
    }

    /// <summary>The newest windows, oldest first.</summary>
    public ImmutableArray<WindowView> Windows(int limit) => Newest(windows, limit);

    /// <summary>What labels revealed last, oldest first.</summary>
    public ImmutableArray<OutcomeView> Outcomes(int limit) => Newest(outcomes, limit);

    /// <summary>The newest incidents, oldest first.</summary>
    public ImmutableArray<IncidentView> Incidents(int limit) => Newest(incidents, limit);

    /// <summary>The newest events, oldest first.</summary>
    public ImmutableArray<EventView> Events(int limit) => Newest(events, limit);

    private ImmutableArray<T> Newest<T>(Recent<T> items, int limit)
        where T : class
    {
        lock (gate)
        {
            return items.Newest(limit);
        }
    }
}
