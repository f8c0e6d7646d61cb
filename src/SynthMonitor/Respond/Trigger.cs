using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Respond;

/// <summary>What the events say of one trigger.</summary>
internal sealed class Trigger
{
    private readonly Dictionary<string, EventRecord> steps = new(StringComparer.Ordinal);

    /// <summary>Takes an event; the first of a step counts.</summary>
    /// <returns>Whether it was the first.</returns>
    public bool Take(EventRecord record) => steps.TryAdd(record.Step, record);

    /// <summary>The event that finished a step, or null.</summary>
    public EventRecord? this[string step] => steps.GetValueOrDefault(step);

    /// <summary>Whether nothing more follows but the watch over a promotion.</summary>
    public bool HasVerdict =>
        this[ResponseStep.Suppressed] is not null || this[ResponseStep.Failed] is not null || this[ResponseStep.Promoted] is not null
        || (this[ResponseStep.Judged] is { } judged && judged.Verdict != "promote");

    /// <summary>Whether it was confirmed and has no verdict yet.</summary>
    public bool IsRunning => this[ResponseStep.Confirmed] is not null && !HasVerdict;
}
