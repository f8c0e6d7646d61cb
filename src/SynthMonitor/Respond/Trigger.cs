using SynthMonitor.Data;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>
/// What the events say of one trigger. Its steps follow each other in stages, and of a stage the first event counts: two owners that decide
/// differently (confirmed and suppressed, judged and failed, settled and rolled back) cannot both have their way.
/// </summary>
internal sealed class Trigger
{
    private readonly Dictionary<string, EventRecord> steps = new(StringComparer.Ordinal);
    private int stage = -1;

    /// <summary>Takes an event.</summary>
    /// <returns>Whether it counts.</returns>
    public bool Take(EventRecord record)
    {
        var next = StageOf(record.Step);
        if (HasEnded || next <= stage)
        {
            return false;
        }

        stage = next;
        steps.Add(record.Step, record);
        return true;
    }

    /// <summary>The event that finished a step, or null.</summary>
    public EventRecord? this[string step] => steps.GetValueOrDefault(step);

    /// <summary>Whether nothing more follows but the watch over a promotion.</summary>
    public bool HasVerdict =>
        this[ResponseStep.Suppressed] is not null || this[ResponseStep.Failed] is not null || this[ResponseStep.Promoted] is not null
        || (this[ResponseStep.Judged] is { } judged && judged.Verdict != "promote");

    /// <summary>Whether nothing follows any more.</summary>
    public bool HasEnded => this[ResponseStep.Promoted] is null
        ? HasVerdict
        : this[ResponseStep.Settled] is not null || this[ResponseStep.RolledBack] is not null;

    /// <summary>Whether it was confirmed and has no verdict yet.</summary>
    public bool IsRunning => stage >= 0 && !HasVerdict;

    private static int StageOf(string step) => step switch
    {
        ResponseStep.Confirmed or ResponseStep.Suppressed => 0,
        ResponseStep.Judged or ResponseStep.Failed => 1,
        ResponseStep.Promoted => 2,
        ResponseStep.Settled or ResponseStep.RolledBack => 3,
        _ => throw new InputException(null, null, null, $"an event with the step '{step}'", "a step that this version knows"),
    };
}
