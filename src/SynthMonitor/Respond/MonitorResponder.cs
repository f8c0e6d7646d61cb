using System.Collections.Concurrent;
using System.Collections.Immutable;
using SynthMonitor.Data;
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
    private readonly Dictionary<string, IncidentRecord> incidents = new(StringComparer.Ordinal);
    private readonly HashSet<string> proposed = new(StringComparer.Ordinal);
    private readonly HashSet<string> working = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<EventRecord> finished = new();
    private string? awaited;
    private Bake? bake;

    /// <summary>When it responds.</summary>
    public ResponseSettings Settings { get; set; } = settings;

    /// <summary>What the events say.</summary>
    public MonitorEvents Events => events;

    /// <summary>Whether the events that were on the log at the start are all read: before, nothing is proposed.</summary>
    public bool IsCaughtUp { get; private set; }

    public void Take(IncidentRecord incident)
    {
        if (!incidents.TryGetValue(incident.Id, out var known) || incident.Revision > known.Revision)
        {
            incidents[incident.Id] = incident;
        }
    }

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
        Propose(command.Id, ResponseStep.Answered, 0, record => record with
        {
            Verdict = answer,
            Reasons = answer == "refused" ? [$"'{command.Kind}' is not offered"] : null,
        });
    }

    public void Take(EventRecord record)
    {
        if (events.Take(record))
        {
            output.Happened(record);
            awaited = record.Step == ResponseStep.Confirmed && record.Trigger == awaited ? null : awaited;
            bake = record.Step switch
            {
                ResponseStep.Promoted => new Bake(record.Epoch + 1, record.Figures!["championError"], Settings.BakeBlocks),
                ResponseStep.Settled or ResponseStep.RolledBack => null,
                _ => bake,
            };
        }
    }

    /// <summary>All events that were on the log are read.</summary>
    public void CaughtUp() => IsCaughtUp = true;

    /// <summary>Goes on where something can go on.</summary>
    public void Advance()
    {
        while (finished.TryDequeue(out var result))
        {
            output.Append(result);
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
            Finish(events.Baking!, bake.LastBlock, proved);
        }

        foreach (var incident in incidents.Values.Where(IsDue).OrderBy(incident => incident.Block).ThenBy(incident => incident.Id, StringComparer.Ordinal))
        {
            Gate(incident);
        }
    }

    private bool IsDue(IncidentRecord incident) =>
        incident is { Mature: true, ResolvedBlock: null } && events.Find(incident.Id) is null && awaited != incident.Id;

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
            Reasons = [$"{incident.Diagnosis} since block {incident.OnsetBlock}", $"{incident.Labels} labels since then"],
        });
    }

    private string? Obstacle(IncidentRecord incident) =>
        events.IsPaused ? "paused"
        : incident.Diagnosis == "quality" ? "quality-veto"
        : events.Running is not null || awaited is not null ? "in-flight"
        : events.LastVerdictBlock is { } last && incident.RaisedBlock - last < Settings.CooldownBlocks ? "cooldown"
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
        else if (incidents.TryGetValue(id, out var incident) && working.Add(id))
        {
            var confirmed = trigger[ResponseStep.Confirmed]!;
            _ = WorkAsync(incident, confirmed);
        }
    }

    private async Task WorkAsync(IncidentRecord incident, EventRecord confirmed)
    {
        try
        {
            var (digest, epoch) = output.EpochOf(confirmed.Epoch);
            var champion = events.Champion ?? champions.Champion(monitor);
            var request = new ResponseRequest(incident, epoch, digest, confirmed.Block, confirmed.Offsets!.Value, champion);
            var result = await Task.Run(() => backend.RunAsync(request, cancellation), cancellation).ConfigureAwait(false);
            var digests = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            digests["epochBefore"] = digest;
            Put(digests, "model", result.Model);
            Put(digests, "epoch", result.NextEpoch);
            Put(digests, "champion", champion);
            finished.Enqueue(New(incident.Id, ResponseStep.Judged, confirmed.Block) with
            {
                Epoch = confirmed.Epoch,
                Verdict = result.Verdict,
                Reasons = result.Reasons,
                Recipe = result.Recipe,
                Digests = digests.ToImmutable(),
                Figures = result.Figures,
            });
        }
        catch (OperationCanceledException)
        {
            // The process stops; whoever owns the monitor next begins the work again.
        }
        catch (Exception exception) when (exception is InputException or IOException or InvalidOperationException or ArgumentException)
        {
            finished.Enqueue(New(incident.Id, ResponseStep.Failed, confirmed.Block) with { Epoch = confirmed.Epoch, Reasons = [exception.Message] });
        }
    }

    private static void Put(ImmutableSortedDictionary<string, string>.Builder digests, string name, string? digest)
    {
        if (digest is not null)
        {
            digests[name] = digest;
        }
    }

    private void Finish(EventRecord promotion, long block, bool proved)
    {
        if (proved)
        {
            Propose(promotion.Trigger, ResponseStep.Settled, block, record => record with { Epoch = promotion.Epoch + 1 });
            return;
        }

        Propose(promotion.Trigger, ResponseStep.RolledBack, block, record => record with
        {
            Epoch = promotion.Epoch + 1,
            Reasons = ["the new champion's realised error is worse than the old one's was"],
            Digests = promotion.Digests!.SetItem("epoch", backend.EpochAfterRollback(promotion.Digests["epochBefore"], promotion.Epoch + 2)),
        });
    }

    /// <summary>Makes the registry and the epoch what the events say.</summary>
    private void Project()
    {
        if (events.Champion is { } champion)
        {
            champions.Project(monitor, champion, events.Previous);
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
