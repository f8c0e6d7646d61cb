using SynthMonitor.Kafka.Records;

namespace SynthMonitor.EndToEnd.Hosting;

/// <summary>What a run has said; a record that is written again with the same id must say the same.</summary>
internal sealed class DaemonResults
{
    private readonly List<(WindowRecord Record, string Text)> windows;
    private readonly List<(IncidentRecord Record, string Text)> incidents;

    public DaemonResults(
        List<(WindowRecord Record, string Text)> windows, List<(IncidentRecord Record, string Text)> incidents, List<(EventRecord Record, string Text)> events)
    {
        this.windows = windows;
        this.incidents = incidents;
        Events = [.. events.Select(record => record.Record)];
        Windows = ById(windows, window => window.Id);
    }

    public IReadOnlyList<EventRecord> Events { get; }

    public SortedDictionary<string, string> Windows { get; }

    public IEnumerable<IncidentRecord> Incidents => incidents.Select(record => record.Record);

    /// <summary>The first block that a second epoch judged.</summary>
    public long FirstBlockOfNextEpoch => windows.Where(window => window.Record.Epoch > 1).Select(window => window.Record.Block).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>Windows of the first epoch before a block.</summary>
    public SortedDictionary<string, string> WindowsBefore(long block) =>
        ById(windows.Where(window => window.Record.Epoch == 1 && window.Record.Block < block), window => window.Id);

    /// <summary>Incidents of the first epoch as they were told before a block; that its end closed them is no verdict.</summary>
    public SortedDictionary<string, string> IncidentsBefore(long block) => ById(
        incidents.Where(incident => incident.Record.Epoch == 1 && incident.Record.Block < block && incident.Record.Reason is null),
        incident => $"{incident.Id} {incident.Revision}");

    private static SortedDictionary<string, string> ById<T>(IEnumerable<(T Record, string Text)> records, Func<T, string> idOf)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (record, text) in records)
        {
            var id = idOf(record);
            Assert.True(texts.TryAdd(id, text) || texts[id] == text, $"{id} was told twice, differently:\n{text}\n{texts.GetValueOrDefault(id)}");
        }

        return texts;
    }
}
