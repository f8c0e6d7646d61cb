using SynthMonitor.Configuration.Values;

namespace SynthMonitor.Configuration.Keys;

/// <summary>The keys of <c>state</c>.</summary>
internal static class StateKeys
{
    /// <summary>The section.</summary>
    public static Section<StateConfiguration> Section { get; } = new(
        new(),
        new Key<StateConfiguration, string>(new PathType("a folder"), state => state.Path, (state, value) => state with { Path = value })
        {
            Name = "path",
            Documentation = "the folder of references and epochs by digest, shared by all processes, relative to the configuration file",
        });
}
