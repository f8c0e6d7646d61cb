using System.Numerics;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>
/// Hysteresis: an alarm is raised when k of the last n blocks exceed the threshold, and resolved when several blocks in a row lie at or below
/// a lower level. So one change gives one alarm.
/// </summary>
internal sealed class AlarmRule(MonitorOptions options, double threshold, double clearLevel)
{
    private ulong exceeded;
    private int clear;

    /// <summary>Whether an alarm is on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Takes the next block's score.</summary>
    public AlarmTransition Observe(double score)
    {
        if (IsOn)
        {
            clear = score <= clearLevel ? clear + 1 : 0;
            if (clear < options.ClearBlocks)
            {
                return AlarmTransition.None;
            }

            (IsOn, exceeded, clear) = (false, 0, 0);
            return AlarmTransition.Resolved;
        }

        exceeded = (exceeded << 1) | (score >= threshold ? 1UL : 0UL);
        exceeded &= ulong.MaxValue >> (64 - options.RaiseOutOf);
        if (BitOperations.PopCount(exceeded) < options.RaiseAfter)
        {
            return AlarmTransition.None;
        }

        IsOn = true;
        return AlarmTransition.Raised;
    }

    /// <summary>Writes the state.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(IsOn);
        writer.WriteUnsigned(exceeded);
        writer.WriteCount(clear);
    }

    /// <summary>Takes over a state.</summary>
    public void Restore(PayloadReader reader)
    {
        IsOn = reader.ReadBoolean();
        exceeded = reader.ReadUnsigned();
        clear = reader.ReadCount();
    }
}
