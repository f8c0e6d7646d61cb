namespace SynthMonitor.Configuration;

/// <summary>Where models are kept.</summary>
public sealed record RegistryConfiguration
{
    /// <summary>The folder of the registry. Default <c>./models</c>, beside the configuration file.</summary>
    public string Path { get; init; } = "models";
}
