using SynthMonitor.Learning.Registry;
using SynthMonitor.Respond;

namespace SynthMonitor.Backends;

/// <summary>Keeps the aliases of the file registry what the events say.</summary>
internal sealed class RegistryChampions(FileRegistry registry) : IChampions
{
    /// <inheritdoc/>
    public void Project(string monitor, string champion, string? previous)
    {
        var aliases = registry.Aliases(monitor);
        if (aliases.Champion != champion || aliases.Previous != previous)
        {
            registry.Change(monitor, current => current with { Champion = champion, Previous = previous, Challenger = null }, aliases.Revision);
        }
    }

    /// <inheritdoc/>
    public string? Champion(string monitor) => registry.Aliases(monitor).Champion;
}
