namespace SynthMonitor.Drift.Monitoring;

/// <summary>What a monitor does once it has raised an alarm.</summary>
public enum AfterAlarm
{
    /// <summary>It keeps its reference, holds the alarm while the data differ, and resolves it when they are back.</summary>
    Hold,

    /// <summary>It gives no further verdict: its owner collects a new reference and begins a new monitor.</summary>
    Rebase,
}
