using SynthMonitor.Learning.Registry;
using SynthMonitor.Respond;

namespace SynthMonitor.Backends;

/// <summary>Keeps the aliases of the file registry what the events say.</summary>
internal sealed class RegistryChampions(FileRegistry registry) : IChampions
{
    /// <inheritdoc/>
    public void Project(string monitor, string? champion, string? previous)
    {
        var aliases = registry.Aliases(monitor);
        if (aliases.Champion == champion && aliases.Previous == previous)
        {
            return;
        }

        try
        {
            registry.Change(monitor, current => current with { Champion = champion, Previous = previous, Challenger = null }, aliases.Revision);
        }
        catch (RegistryConflictException)
        {
            // Somebody else has changed them meanwhile; the next projection compares with what is there then.
        }
    }

    /// <inheritdoc/>
    public string? Champion(string monitor) => registry.Aliases(monitor).Champion;
}
