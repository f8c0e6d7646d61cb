using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The incidents of one monitor at their last revision: the open ones, and the last resolved ones, so that an earlier revision that is written
/// again finds them resolved.
/// </summary>
internal sealed class KnownIncidents
{
    /// <summary>Resolved incidents that are remembered.</summary>
    public const int MaximumResolved = 256;

    private readonly Dictionary<string, IncidentRecord> incidents = new(StringComparer.Ordinal);
    private readonly Queue<string> resolved = new();

    /// <summary>The number of incidents that are known.</summary>
    public int Count => incidents.Count;

    /// <summary>The open ones.</summary>
    public IEnumerable<IncidentRecord> Open => incidents.Values.Where(incident => incident.ResolvedBlock is null);

    /// <summary>An incident, or null where it is not known.</summary>
    public IncidentRecord? Find(string id) => incidents.GetValueOrDefault(id);

    /// <summary>Takes a revision; lower ones change nothing. With an incident that is let go its events are forgotten.</summary>
    public void Take(IncidentRecord incident, MonitorEvents events)
    {
        var known = Find(incident.Id);
        if (known is not null && incident.Revision <= known.Revision)
        {
            return;
        }

        incidents[incident.Id] = incident;
        if (incident.ResolvedBlock is not null && known?.ResolvedBlock is null)
        {
            resolved.Enqueue(incident.Id);
            LetGo(events);
        }
    }

    private void LetGo(MonitorEvents events)
    {
        for (var left = resolved.Count; left > 0 && resolved.Count > MaximumResolved; left--)
        {
            var oldest = resolved.Dequeue();
            if (events.Find(oldest) is { HasEnded: false })
            {
                resolved.Enqueue(oldest);
                continue;
            }

            incidents.Remove(oldest);
            events.Forget(oldest);
        }
    }
}
