using SynthMonitor.Analyze;
using SynthMonitor.Epochs;
using SynthMonitor.Hosting;
using SynthMonitor.Kafka.Records;
using SynthMonitor.Respond;
using SynthMonitor.Roles;

namespace SynthMonitor.Demo;

/// <summary>
/// What has happened in a demo so far, told by the roles on their threads. The feeder stays close to the ledger by it, and waits at a fixed
/// block while a response runs, so that a run repeats.
/// </summary>
internal sealed class DemoState : IAnalyzeObserver, IRespondObserver, IRoleEvents
{
    /// <summary>
    /// How far, in blocks after an incident is mature, rows are fed before the response has ended; and how far the feeder may be ahead of the
    /// outcomes that mature it, so that it cannot have passed that block already.
    /// </summary>
    public const int HoldAfterBlocks = 30;

    private const int MostWindows = 20_000;
    private readonly object gate = new();
    private readonly SortedDictionary<string, IncidentRecord> incidents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, WindowRecord> windows = new(StringComparer.Ordinal);
    private readonly List<EventRecord> events = [];
    private readonly Dictionary<string, long> answering = new(StringComparer.Ordinal);
    private long? streamBlock;
    private long waitingBlock = long.MinValue;
    private (long Next, long Outcomes) fedBlocks = (long.MinValue, long.MinValue);
    private (long Next, long Outcomes) closedBlocks = (long.MinValue, long.MinValue);
    private long restingSteps;
    private RoleMetrics? metrics;

    /// <summary>Rows fed so far.</summary>
    public long FedRows { get; private set; }

    /// <summary>How feature records ended.</summary>
    public RecordCounts Features { get; private set; }

    /// <summary>How label records ended.</summary>
    public RecordCounts Labels { get; private set; }

    /// <summary>How labels met predictions.</summary>
    public JoinCounts Joins { get; private set; }

    /// <summary>Rows of blocks that are not closed.</summary>
    public long OpenRows { get; private set; }

    /// <summary>The epoch that is judged now.</summary>
    public int Epoch { get; private set; }

    /// <summary>The last epoch's first block.</summary>
    public long? EpochFirstBlock { get; private set; }

    /// <summary>What made a role stop, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>The digest of the model in production by the events; null before any promotion.</summary>
    public string? Champion { get; private set; }

    /// <summary>Hands everything on to metrics too.</summary>
    public void Observe(RoleMetrics observer) => metrics = observer;

    /// <summary>Something has changed.</summary>
    public event Action<string>? Told;

    /// <summary>Incidents at their last revision.</summary>
    public IReadOnlyList<IncidentRecord> Incidents => Locked(() => incidents.Values.OrderBy(incident => incident.RaisedBlock).ToList());

    /// <summary>Windows, by block.</summary>
    public IReadOnlyList<WindowRecord> Windows => Locked(() => windows.Values.OrderBy(window => window.Block).ToList());

    /// <summary>Windows of the last so many blocks, by block.</summary>
    public IReadOnlyList<WindowRecord> LastWindows(long blocks) => Locked(() =>
    {
        var last = windows.Values.Select(window => window.Block).DefaultIfEmpty().Max();
        return windows.Values.Where(window => window.Block > last - blocks).OrderBy(window => window.Block).ToList();
    });

    /// <summary>Transitions of responses, in order.</summary>
    public IReadOnlyList<EventRecord> Events => Locked(() => events.ToList());

    /// <summary>Whether a response is waited for.</summary>
    public bool IsAnswering => Locked(() => answering.Count > 0);

    /// <summary>Whether everything that was fed is judged, as far as blocks can close by it.</summary>
    public bool HasSettled => Locked(() => closedBlocks.Next >= fedBlocks.Next && closedBlocks.Outcomes >= fedBlocks.Outcomes);

    /// <summary>How often ingest of the epoch that is judged has found nothing to read.</summary>
    public long RestingSteps => Locked(() => restingSteps);

    /// <summary>Whether the feeder waits for the response to an incident, or has ended, and everything that was fed is judged.</summary>
    public bool HasSettledFor(string incident) =>
        Locked(() => answering.TryGetValue(incident, out var hold) && waitingBlock >= hold && HasSettled);

    /// <summary>Waits until rows may be fed up to a block.</summary>
    /// <param name="fed">Rows fed so far.</param>
    /// <param name="block">The block that is next.</param>
    /// <param name="ahead">The most rows that may be ahead of the ledger.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public void WaitToFeed(long fed, long block, long ahead, CancellationToken cancellation)
    {
        Change(() =>
        {
            streamBlock ??= block;
            waitingBlock = block;
        });
        WaitUntil(
            () => fed - Features.Consumed <= ahead
                && block < Math.Max(closedBlocks.Outcomes, streamBlock!.Value) + HoldAfterBlocks
                && answering.Values.All(hold => block < hold),
            cancellation);
    }

    /// <summary>Rows were fed: so many by now, and blocks before these can close.</summary>
    public void Fed(long rows, long nextBlock, long nextOutcomeBlock) => Change(() => (FedRows, fedBlocks) = (rows, (nextBlock, nextOutcomeBlock)));

    /// <summary>No more rows are fed.</summary>
    public void FeedingEnded() => Change(() => waitingBlock = long.MaxValue);

    /// <summary>Ingest of an epoch has found nothing to read.</summary>
    public void IngestRests(int epoch) => Change(() => restingSteps += epoch == Epoch ? 1 : 0);

    /// <summary>Waits for a state of things.</summary>
    public void WaitUntil(Func<bool> condition, CancellationToken cancellation)
    {
        lock (gate)
        {
            while (!condition() && Failure is null)
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(gate, TimeSpan.FromMilliseconds(200));
            }
        }
    }

    /// <inheritdoc/>
    public void Folded(MonitorFold fold)
    {
        metrics?.Folded(fold);
        Change(() => Take(fold));
    }

    private void Take(MonitorFold fold)
    {
        Features = fold.CountsOf(SourceKind.Features);
        Labels = fold.CountsOf(SourceKind.Labels);
        Joins = fold.Joins;
        OpenRows = fold.Current?.Ledger.OpenRows ?? 0;
        Epoch = fold.Current?.Epoch.Epoch.Number ?? 0;
        EpochFirstBlock = fold.Current?.Ledger.FirstBlock;
        var first = EpochFirstBlock ?? streamBlock ?? long.MinValue;
        closedBlocks = (
            Math.Max(fold.Current?.Ledger.NextBlock ?? first, closedBlocks.Next),
            Math.Max((fold.Current?.Outcomes.CompleteBlock ?? long.MinValue) is var complete and > long.MinValue ? complete + 1 : first, closedBlocks.Outcomes));
        RemoveAnswered(events.Where(HasEnded));
    }

    /// <inheritdoc/>
    public void Window(WindowRecord window)
    {
        metrics?.Window(window);
        Change(() =>
        {
            windows[window.Id] = window;
            if (windows.Count > MostWindows)
            {
                windows.Remove(windows.Keys.First());
            }
        });
    }

    /// <inheritdoc/>
    public void Incident(IncidentRecord incident)
    {
        metrics?.Incident(incident);
        Change(() =>
        {
            incidents[incident.Id] = incident;
            if (incident is { Mature: true, ResolvedBlock: null })
            {
                answering.TryAdd(incident.Id, incident.Block + HoldAfterBlocks);
            }
        });
        Told?.Invoke(DemoTexts.Of(incident));
    }

    /// <inheritdoc/>
    public void Happened(EventRecord record)
    {
        metrics?.Happened(record);
        Change(() =>
        {
            events.Add(record);
            if (record.Step is ResponseStep.Promoted)
            {
                Champion = record.Digests!["model"];
            }
            else if (record.Step == ResponseStep.RolledBack)
            {
                Champion = record.Digests!.GetValueOrDefault("champion");
            }

            if (HasEnded(record))
            {
                RemoveAnswered([record]);
            }
        });
        Told?.Invoke(DemoTexts.Of(record));
    }

    /// <inheritdoc/>
    public void Snapshot(string monitor)
    {
    }

    /// <inheritdoc/>
    public void Restored(string monitor, RestoredFrom from)
    {
    }

    /// <inheritdoc/>
    public void DamagedSnapshot(string why) => Told?.Invoke(why);

    /// <inheritdoc/>
    public void Gone(string monitor)
    {
    }

    /// <inheritdoc/>
    public void Reached(string role)
    {
    }

    /// <inheritdoc/>
    public void Unreachable(string role, Exception exception)
    {
    }

    /// <inheritdoc/>
    public void Unpublished(string role, Exception exception) => Failed(role, exception);

    /// <inheritdoc/>
    public void Failed(string role, Exception exception) => Change(() => Failure = $"{role}: {exception.Message}");

    /// <summary>A response has ended when its verdict stands and, after a promotion, the next epoch has begun.</summary>
    private bool HasEnded(EventRecord record) => record.Step switch
    {
        ResponseStep.Suppressed or ResponseStep.Failed => true,
        ResponseStep.Judged => record.Verdict != "promote",
        ResponseStep.Promoted => Epoch > record.Epoch,
        _ => false,
    };

    private void RemoveAnswered(IEnumerable<EventRecord> ended)
    {
        foreach (var record in ended)
        {
            answering.Remove(record.Trigger);
        }
    }

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            Monitor.PulseAll(gate);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }
}
