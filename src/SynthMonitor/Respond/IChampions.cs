namespace SynthMonitor.Respond;

/// <summary>The champion of each monitor outside of the log: a projection of its events, for those who serve models.</summary>
public interface IChampions
{
    /// <summary>Makes the aliases what the events say; does nothing where they are so already.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="champion">The digest of the champion's model; null where it is none of the registry's.</param>
    /// <param name="previous">The digest of the one before, or null.</param>
    void Project(string monitor, string? champion, string? previous);

    /// <summary>The digest of the champion that is registered, or null.</summary>
    string? Champion(string monitor);
}
