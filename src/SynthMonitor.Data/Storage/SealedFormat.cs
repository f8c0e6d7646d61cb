namespace SynthMonitor.Data.Storage;

/// <summary>What kind of content a <see cref="SealedFile"/> holds.</summary>
/// <param name="Magic">Four ASCII characters at the start of the file.</param>
/// <param name="Version">The version of the payload's layout that this program writes, the newest that it reads.</param>
/// <param name="Name">What the content is, in words, such as "reference profile".</param>
public sealed record SealedFormat(string Magic, ushort Version, string Name)
{
    /// <summary>The oldest version that this program reads, where that is not the newest.</summary>
    public ushort? Oldest { get; init; }

    /// <summary>The oldest version that this program reads.</summary>
    public ushort OldestVersion => Oldest ?? Version;
}
