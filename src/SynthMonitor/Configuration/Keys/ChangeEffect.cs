namespace SynthMonitor.Configuration.Keys;

/// <summary>What it takes for a changed key to come into force.</summary>
public enum ChangeEffect
{
    /// <summary>Nothing: it leaves codes, counts and thresholds as they are.</summary>
    Live,

    /// <summary>A new epoch of the monitor: counts before and after it must not meet.</summary>
    NeedsEpoch,

    /// <summary>A restart of the process: it decides what is read, from where, and how it is coded.</summary>
    NeedsRestart,
}
