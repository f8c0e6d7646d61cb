using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>registry</c>.</summary>
internal static class RegistryKeys
{
    /// <summary>The section.</summary>
    public static Section<RegistryConfiguration> Section { get; } = new(
        new(),
        new Key<RegistryConfiguration, string>(
            new PathType("a folder"),
            registry => registry.Path,
            (registry, value) => registry with { Path = value })
        {
            Name = "path",
            Documentation = "the folder of models, relative to the configuration file",
        });
}
