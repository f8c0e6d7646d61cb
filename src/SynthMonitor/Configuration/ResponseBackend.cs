namespace SynthMonitor.Configuration;

/// <summary>Where models are retrained.</summary>
public enum ResponseBackend
{
    /// <summary>In the process of the role <c>respond</c>.</summary>
    InProcess,
}
