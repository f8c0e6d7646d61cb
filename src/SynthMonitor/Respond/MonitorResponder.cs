using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Kafka.Log;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The responses of one monitor. A transition is proposed by appending it to <c>events</c>, and happens when it is read back as the first of
/// its trigger and step; only then the next begins. Work runs off the thread that reads.
/// </summary>
internal sealed class MonitorResponder(
    string monitor,
    ResponseSettings settings,
    IResponseBackend backend,
    IChampions champions,
    IResponderOutput output,
    CancellationToken cancellation)
{
    private readonly MonitorEvents events = new();
    private readonly KnownIncidents incidents = new();
    private readonly HashSet<string> proposed = new(StringComparer.Ordinal);
    private readonly HashSet<string> working = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Action> finished = new();
    private string? awaited;
    private Bake? bake;

    /// <summary>When it responds.</summary>
    public ResponseSettings Settings { get; set; } = settings;

    /// <summary>What the events say.</summary>
    public MonitorEvents Events => events;

    /// <summary>Whether the events and incidents that were on the log at the start are all read: before, no response begins.</summary>
    public bool IsCaughtUp { get; private set; }

    public void Take(IncidentRecord incident) => incidents.Take(incident, events);

    public void Take(WindowRecord window) => bake?.Take(window);

    public void Take(CommandRecord command)
    {
        var answer = command.Kind switch
        {
            "pause" => "paused",
            "resume" => "resumed",
            "acknowledge" => "acknowledged",
            _ => "refused",
        };
        Answer(command.Id, answer, answer == "refused" ? $"'{command.Kind}' is not offered" : null);
    }

    /// <summary>Refuses what stands on <c>commands</c> and is no command.</summary>
    /// <param name="origin">Where it stands, which identifies it.</param>
    /// <param name="why">What is wrong with it.</param>
    public void Refuse(string origin, string why) => Answer(origin, "refused", why);

    public void Take(EventRecord record)
    {
        proposed.Remove($"{record.Trigger}|{record.Step}");
        awaited = record.Trigger == awaited ? null : awaited;
        if (events.Take(record))
        {
            output.Happened(record);
            if (record.Step is ResponseStep.Judged or ResponseStep.Failed)
            {
                working.Remove(record.Trigger);
            }

            bake = record.Step switch
            {
                ResponseStep.Promoted => new Bake(record.Epoch + 1, ExpectedError(record.Figures!), Settings.BakeBlocks),
                ResponseStep.Settled or ResponseStep.RolledBack => null,
                _ => bake,
            };
        }
    }

    /// <summary>All events and incidents that were on the log are read.</summary>
    public void CaughtUp() => IsCaughtUp = true;

    /// <summary>Goes on where something can go on.</summary>
    public void Advance()
    {
        while (finished.TryDequeue(out var ending))
        {
            ending();
        }

        if (!IsCaughtUp)
        {
            return;
        }

        Project();
        if (events.Running is { } running)
        {
            Continue(running, events.Find(running)!);
        }
        else if (bake?.HasProvedItself is { } proved)
        {
            EndBake(events.Baking!, bake.LastBlock, proved);
        }

        foreach (var incident in incidents.Open.Where(IsDue).OrderBy(incident => incident.Block).ThenBy(incident => incident.Id, StringComparer.Ordinal).ToList())
        {
            Gate(incident);
        }
    }

    private bool IsDue(IncidentRecord incident) =>
        Settings.Responds && incident.Mature && events.Find(incident.Id) is null && awaited != incident.Id;

    private void Gate(IncidentRecord incident)
    {
        if (Obstacle(incident) is { } reason)
        {
            Propose(incident.Id, ResponseStep.Suppressed, incident.Block, record => record with { Epoch = incident.Epoch, Verdict = reason });
            return;
        }

        awaited = incident.Id;
        Propose(incident.Id, ResponseStep.Confirmed, incident.Block, record => record with
        {
            Epoch = incident.Epoch,
            Offsets = output.RowEnds(),
            Figures = ImmutableSortedDictionary<string, double>.Empty
                .Add(MonitorEvents.RaisedBlock, incident.RaisedBlock)
                .Add(MonitorEvents.Cooldown, Settings.CooldownBlocks),
            Reasons = [$"{incident.Diagnosis} since block {incident.OnsetBlock}", $"{incident.Labels} labels since then"],
        });
    }

    private string? Obstacle(IncidentRecord incident) =>
        events.IsPaused ? "paused"
        : incident.Diagnosis == "quality" ? "quality-veto"
        : events.NextEpoch is { } next && incident.Epoch < next.Number ? "epoch-ended"
        : events.Running is not null || awaited is not null ? "in-flight"
        : events.IsCoolingDown(incident.RaisedBlock, Settings.CooldownBlocks) ? "cooldown"
        : null;

    private void Continue(string id, Trigger trigger)
    {
        if (trigger[ResponseStep.Judged] is { } judged)
        {
            Propose(id, ResponseStep.Promoted, judged.Block, record => record with
            {
                Epoch = judged.Epoch,
                Recipe = judged.Recipe,
                Digests = judged.Digests,
                Figures = judged.Figures,
            });
        }
        else if (incidents.Find(id) is not { } incident)
        {
            Fail(trigger, "the incident is not on the log any more");
        }
        else if (incident.Reason == "epoch")
        {
            Fail(trigger, "the epoch of the incident has ended");
        }
        else if (working.Add(id))
        {
            _ = WorkAsync(incident, trigger[ResponseStep.Confirmed]!);
        }
    }

    private void Fail(Trigger trigger, string why)
    {
        var confirmed = trigger[ResponseStep.Confirmed]!;
        Propose(confirmed.Trigger, ResponseStep.Failed, confirmed.Block, record => record with { Epoch = confirmed.Epoch, Reasons = [why] });
    }

    private async Task WorkAsync(IncidentRecord incident, EventRecord confirmed)
    {
        try
        {
            var (digest, epoch) = output.EpochOf(confirmed.Epoch);
            var champion = events.Champion ?? champions.Champion(monitor);
            var request = new ResponseRequest(incident, epoch, digest, confirmed.Block, confirmed.Offsets!.Value, champion);
            var result = await Task.Run(() => backend.RunAsync(request, cancellation), cancellation).ConfigureAwait(false);
            Finish(result.ToEvent(New(incident.Id, ResponseStep.Judged, confirmed.Block) with { Epoch = confirmed.Epoch }, request));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // This process stops, or has lost the monitor; whoever owns it next begins the work again.
        }
        catch (LogUnavailableException)
        {
            finished.Enqueue(() => working.Remove(incident.Id));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var reason = exception is InputException ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
            Finish(New(incident.Id, ResponseStep.Failed, confirmed.Block) with { Epoch = confirmed.Epoch, Reasons = [reason] });
        }
    }

    private void Finish(EventRecord record) => finished.Enqueue(() => output.Append(record));

    private void EndBake(EventRecord promotion, long block, bool proved)
    {
        if (proved)
        {
            Propose(promotion.Trigger, ResponseStep.Settled, block, record => record with { Epoch = promotion.Epoch + 1 });
            return;
        }

        Propose(promotion.Trigger, ResponseStep.RolledBack, block, record => record with
        {
            Epoch = promotion.Epoch + 1,
            Reasons = ["the new champion's realised error is worse than its own and the old one's on the holdout"],
            Digests = promotion.Digests!.SetItem("epoch", backend.EpochAfterRollback(promotion.Digests["epochBefore"], promotion.Epoch + 2)),
        });
    }

    /// <summary>Makes the registry and the epoch what the events say.</summary>
    private void Project()
    {
        if (events.HasChampion)
        {
            champions.Project(monitor, events.Champion, events.Previous);
        }

        if (events.NextEpoch is { } next)
        {
            output.RequestEpoch(next.Number, next.Digest);
        }
    }

    private void Propose(string trigger, string step, long block, Func<EventRecord, EventRecord> fill)
    {
        if (events.Find(trigger)?[step] is null && proposed.Add($"{trigger}|{step}"))
        {
            output.Append(fill(New(trigger, step, block)));
        }
    }

    private void Answer(string command, string verdict, string? reason)
    {
        if (!events.HasAnswered(command))
        {
            Propose(command, ResponseStep.Answered, 0, record => record with { Verdict = verdict, Reasons = reason is null ? null : [reason] });
        }
    }

    private static double ExpectedError(ImmutableSortedDictionary<string, double> figures) =>
        Math.Max(figures["championError"], figures.GetValueOrDefault("challengerError"));

    private EventRecord New(string trigger, string step, long block) => new()
    {
        Id = $"{trigger}|{step}",
        Monitor = monitor,
        Trigger = trigger,
        Step = step,
        Epoch = 0,
        Block = block,
        At = output.Now,
        By = output.Process,
    };
}
