using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The fold of one monitor's events: triggers and their steps, who is champion, whether responses are paused. Of a trigger and step the first
/// event counts, whoever wrote it; and one response runs at a time.
/// </summary>
internal sealed class MonitorEvents
{
    /// <summary>The figure of a confirmation that says in which block its incident was raised.</summary>
    public const string RaisedBlock = "raisedBlock";

    /// <summary>The figure of a confirmation that says how many blocks after a verdict none may begin.</summary>
    public const string Cooldown = "cooldownBlocks";

    private readonly Dictionary<string, Trigger> triggers = new(StringComparer.Ordinal);
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);

    /// <summary>Whether a promotion, or a rollback, has decided who is champion.</summary>
    public bool HasChampion { get; private set; }

    /// <summary>The digest of the champion's model; null before any promotion, and after a rollback to one that is not in the registry.</summary>
    public string? Champion { get; private set; }

    /// <summary>The digest of the model before it.</summary>
    public string? Previous { get; private set; }

    /// <summary>The block of the last verdict, or null.</summary>
    public long? LastVerdictBlock { get; private set; }

    /// <summary>The promotion that is watched now, or null.</summary>
    public EventRecord? Baking { get; private set; }

    /// <summary>The epoch that the last promotion or rollback asks for, or null.</summary>
    public (int Number, string Digest)? NextEpoch { get; private set; }

    /// <summary>Whether responses are paused.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>The trigger whose response runs now, or null.</summary>
    public string? Running => triggers.FirstOrDefault(entry => entry.Value.IsRunning).Key;

    /// <summary>What the events say of a trigger, or null where they say nothing.</summary>
    public Trigger? Find(string trigger) => triggers.GetValueOrDefault(trigger);

    /// <summary>Whether a command was answered.</summary>
    public bool HasAnswered(string command) => answered.Contains(command);

    /// <summary>Whether an incident raised at a block lies within the cooldown after the last verdict.</summary>
    public bool IsCoolingDown(long raisedBlock, long cooldown) => LastVerdictBlock is { } last && raisedBlock - last < cooldown;

    /// <summary>Forgets a trigger of which nothing more is to come.</summary>
    public void Forget(string trigger) => triggers.Remove(trigger);

    /// <summary>Takes an event; false where it changes nothing.</summary>
    public bool Take(EventRecord record)
    {
        if (record.Step == ResponseStep.Answered)
        {
            return TakeAnswer(record);
        }

        if (record.Step == ResponseStep.Confirmed && !CanBegin(record))
        {
            return false;
        }

        if (!triggers.TryGetValue(record.Trigger, out var trigger))
        {
            triggers.Add(record.Trigger, trigger = new Trigger());
        }

        if (!trigger.Take(record))
        {
            return false;
        }

        Follow(record);
        return true;
    }

    /// <summary>Whether a response can begin: an owner that had not read all events may confirm one that cannot.</summary>
    private bool CanBegin(EventRecord record) =>
        Running is null
        && !(NextEpoch is { } next && record.Epoch < next.Number)
        && !(record.Figures is { } figures
            && figures.TryGetValue(RaisedBlock, out var raised)
            && IsCoolingDown((long)raised, (long)figures.GetValueOrDefault(Cooldown)));

    private bool TakeAnswer(EventRecord record)
    {
        if (!answered.Add(record.Trigger))
        {
            return false;
        }

        IsPaused = record.Verdict switch { "paused" => true, "resumed" => false, _ => IsPaused };
        return true;
    }

    private void Follow(EventRecord record)
    {
        switch (record.Step)
        {
            case ResponseStep.Judged or ResponseStep.Failed:
                LastVerdictBlock = record.Block;
                break;
            case ResponseStep.Promoted:
                (Previous, Champion) = (Champion ?? record.Digests?.GetValueOrDefault("champion"), record.Digests!["model"]);
                (HasChampion, Baking) = (true, record);
                NextEpoch = (record.Epoch + 1, record.Digests["epoch"]);
                break;
            case ResponseStep.Settled:
                Baking = null;
                break;
            case ResponseStep.RolledBack:
                (HasChampion, Champion, Previous) = (true, Previous, null);
                (Baking, LastVerdictBlock) = (null, record.Block);
                NextEpoch = (record.Epoch + 1, record.Digests!["epoch"]);
                break;
        }
    }
}
