using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// The fold of one monitor's events: triggers and their steps, who is champion, whether responses are paused. Of a trigger and step the first
/// event counts, whoever wrote it.
/// </summary>
internal sealed class MonitorEvents
{
    private readonly Dictionary<string, Trigger> triggers = new(StringComparer.Ordinal);

    /// <summary>The digest of the champion's model; null before any promotion.</summary>
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

    /// <summary>Takes an event; false where it changes nothing.</summary>
    public bool Take(EventRecord record)
    {
        if (!triggers.TryGetValue(record.Trigger, out var trigger))
        {
            triggers.Add(record.Trigger, trigger = new Trigger());
        }

        if (!trigger.Take(record))
        {
            return false;
        }

        switch (record.Step)
        {
            case ResponseStep.Judged or ResponseStep.Failed:
                LastVerdictBlock = record.Block;
                break;
            case ResponseStep.Promoted:
                (Previous, Champion) = (Champion ?? record.Digests?.GetValueOrDefault("champion"), record.Digests!["model"]);
                Baking = record;
                NextEpoch = (record.Epoch + 1, record.Digests["epoch"]);
                break;
            case ResponseStep.Settled:
                Baking = null;
                break;
            case ResponseStep.RolledBack:
                (Champion, Previous) = (Previous, null);
                (Baking, LastVerdictBlock) = (null, record.Block);
                NextEpoch = (record.Epoch + 1, record.Digests!["epoch"]);
                break;
            case ResponseStep.Answered when record.Verdict is "paused" or "resumed":
                IsPaused = record.Verdict == "paused";
                break;
        }

        return true;
    }
}
