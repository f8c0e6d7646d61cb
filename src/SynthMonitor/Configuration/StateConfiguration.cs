namespace SynthMonitor.Configuration;

/// <summary>Where references are kept by digest, in a folder that all processes share.</summary>
public sealed record StateConfiguration
{
    /// <summary>The folder. Default <c>./state</c>, beside the configuration file.</summary>
    public string Path { get; init; } = "state";
}
