namespace SynthMonitor.Drift.Monitoring;

/// <summary>What a block changed.</summary>
public enum AlarmTransition
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An alarm was raised.</summary>
    Raised,

    /// <summary>The alarm was resolved: the data are like the reference again.</summary>
    Resolved,
}
