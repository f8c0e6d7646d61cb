namespace SynthMonitor.Configuration;

/// <summary>The kinds of task that the daemon serves.</summary>
public enum TaskKind
{
    /// <summary>One of two classes.</summary>
    Binary,
}
