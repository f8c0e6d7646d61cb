using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Api;

/// <summary>Follows the response that runs, from its first step to its last. Not thread-safe.</summary>
internal sealed class RunningResponse
{
    private string? trigger;

    /// <summary>Its last step, or null while none runs.</summary>
    public string? Step { get; private set; }

    /// <summary>Takes a step. A suppressed trigger and an answered command are none of a response that runs.</summary>
    public void Apply(EventView step)
    {
        if (step.Step is ResponseStep.Suppressed or ResponseStep.Answered)
        {
            return;
        }

        if (!IsLast(step))
        {
            (trigger, Step) = (step.Trigger, step.Step);
        }
        else if (trigger == step.Trigger)
        {
            (trigger, Step) = (null, null);
        }
    }

    private static bool IsLast(EventView step) =>
        step.Step is ResponseStep.Settled or ResponseStep.RolledBack or ResponseStep.Failed
        || step is { Step: ResponseStep.Judged, Verdict: not "promote" };
}
