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

    /// <summary>Whether every trigger that was confirmed has been judged, or has failed.</summary>
    public bool HaveEnded
    {
        get
        {
            var ended = Events.Where(record => record.Step is ResponseStep.Judged or ResponseStep.Failed).Select(record => record.Trigger).ToHashSet();
            return Events.Where(record => record.Step == ResponseStep.Confirmed).All(record => ended.Contains(record.Trigger));
        }
    }

    /// <summary>Whether the outcomes of a block have been told, in whichever epoch.</summary>
    public bool HasOutcomes(long block) => windows.Exists(window => window.Record.Block == block && window.Record.Outcomes is not null);

    /// <summary>The first block that a second epoch judged.</summary>
    private long FirstBlockOfNextEpoch => windows.Where(window => window.Record.Epoch > 1).Select(window => window.Record.Block).DefaultIfEmpty(long.MaxValue).Min();

    /// <summary>
    /// The first block whose outcomes the first epoch has not told: they come after its window, and what has not come when an epoch ends goes
    /// with it.
    /// </summary>
    private long FirstBlockWithoutOutcomes => 1 + windows.Where(window => window.Record is { Epoch: 1, Outcomes: not null }).Max(window => window.Record.Block);

    /// <summary>Windows of the first epoch before a block.</summary>
    private SortedDictionary<string, string> WindowsBefore(long block) =>
        ById(windows.Where(window => window.Record is { Epoch: 1, Outcomes: null } && window.Record.Block < block), window => window.Id);

    /// <summary>Outcomes of the first epoch before a block.</summary>
    private SortedDictionary<string, string> OutcomesBefore(long block) =>
        ById(windows.Where(window => window.Record is { Epoch: 1, Outcomes: not null } && window.Record.Block < block), window => window.Id);

    /// <summary>Incidents of the first epoch as they were told before a block; that its end closed them is no verdict.</summary>
    private SortedDictionary<string, string> IncidentsBefore(long block) => ById(
        incidents.Where(incident => incident.Record.Epoch == 1 && incident.Record.Block < block && incident.Record.Reason is null),
        incident => $"{incident.Id} {incident.Revision}");

    /// <summary>Demands that both have said the same, from the first block until one of them began another epoch.</summary>
    public void AssertSame(DaemonResults other)
    {
        var end = Math.Min(FirstBlockOfNextEpoch, other.FirstBlockOfNextEpoch);
        var told = Math.Min(end, Math.Min(FirstBlockWithoutOutcomes, other.FirstBlockWithoutOutcomes));
        Assert.True(told > LoanStream.ChangeBlock + 4, "the comparison must reach beyond the change");
        Assert.Equal(WindowsBefore(end), other.WindowsBefore(end));
        Assert.Equal(OutcomesBefore(told), other.OutcomesBefore(told));
        Assert.Equal(IncidentsBefore(told), other.IncidentsBefore(told));
    }

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
