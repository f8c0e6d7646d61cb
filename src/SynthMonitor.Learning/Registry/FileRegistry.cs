using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Learning.Registry;

/// <summary>
/// Models in a folder that several processes may share. An artefact is a file named by its digest, written once; a monitor's aliases are one JSON file
/// that is replaced as a whole, under a lock and only at the revision that the writer saw. So a process that is killed at any moment leaves
/// either the old state or the new.
/// </summary>
/// <remarks>Layout: <c>artefacts/{digest}</c>, <c>artefacts/{digest}.json</c> (card), <c>aliases/{monitor}.json</c>, <c>aliases/{monitor}.lock</c>.</remarks>
public sealed class FileRegistry
{
    private readonly string artefacts;
    private readonly string aliases;
    private readonly TimeProvider time;

    /// <summary>Opens a registry, and makes its folders where they are not there yet.</summary>
    /// <param name="path">The registry's folder.</param>
    /// <param name="time">By which waiting for a lock is paced; null for the system's.</param>
    /// <exception cref="InputException">The folder cannot be made or written.</exception>
    public FileRegistry(string path, TimeProvider? time = null)
    {
        this.time = time ?? TimeProvider.System;
        artefacts = Path.Combine(path, "artefacts");
        aliases = Path.Combine(path, "aliases");
        foreach (var folder in new[] { artefacts, aliases })
        {
            RequireWritable(path, folder);
        }
    }

    /// <summary>Keeps a model of ours.</summary>
    /// <inheritdoc cref="Store(ReadOnlySpan{byte}, ModelCard)"/>
    public string Store(TrainedModel model, ModelCard card) => Store(model.ToBytes().Span, card);

    /// <summary>Keeps an artefact, ours or anybody's, with its card. Storing the same bytes again changes only the card.</summary>
    /// <returns>Its digest: the lower-case hexadecimal SHA-256 of its bytes.</returns>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public string Store(ReadOnlySpan<byte> bytes, ModelCard card)
    {
        var digest = SealedFile.Digest(bytes);
        var path = ArtefactPath(digest);
        RegistryJson.Write(CardPath(digest), card);
        if (!File.Exists(path))
        {
            var content = bytes.ToArray();
            AtomicFile.Write(path, stream => stream.Write(content));
        }

        return digest;
    }

    /// <summary>Whether an artefact is here.</summary>
    public bool Contains(string digest) => File.Exists(ArtefactPath(digest));

    /// <summary>The bytes of an artefact.</summary>
    /// <exception cref="InputException">It is not here, cannot be read, or is not what its name says.</exception>
    public byte[] Read(string digest)
    {
        var bytes = InputFile.ReadAllBytes(ArtefactPath(digest));
        var found = SealedFile.Digest(bytes);
        return found == digest ? bytes : throw new InputException(ArtefactPath(digest), null, null, $"damaged: content with SHA-256 {found}", digest);
    }

    /// <summary>A model of ours.</summary>
    /// <exception cref="InputException">It is not here, damaged, or no model of ours.</exception>
    public TrainedModel Load(string digest) => TrainedModel.FromBytes(Read(digest), ArtefactPath(digest));

    /// <summary>The card of an artefact, or null.</summary>
    public ModelCard? Card(string digest) => RegistryJson.Read<ModelCard>(CardPath(digest));

    /// <summary>A monitor's aliases.</summary>
    /// <exception cref="InputException">Their file cannot be read.</exception>
    public Aliases Aliases(string monitor) => RegistryJson.Read<Aliases>(AliasPath(monitor, "json")) ?? Registry.Aliases.None;

    /// <summary>Makes an artefact the champion; the champion before it becomes the previous one. Repeating it changes nothing.</summary>
    /// <inheritdoc cref="Change"/>
    public Aliases Promote(string monitor, string digest, long? expectedRevision = null, CancellationToken cancellationToken = default) =>
        Contains(digest)
            ? Change(monitor, current => current.Promote(digest), expectedRevision, cancellationToken)
            : throw new InputException(ArtefactPath(digest), null, null, "no such artefact", "one that was stored before it is promoted");

    /// <summary>Makes the previous champion the champion again.</summary>
    /// <exception cref="InvalidOperationException">There is no previous champion.</exception>
    /// <inheritdoc cref="Change"/>
    public Aliases Rollback(string monitor, long? expectedRevision = null, CancellationToken cancellationToken = default) =>
        Change(monitor, current => current.Rollback(), expectedRevision, cancellationToken);

    /// <summary>Changes a monitor's aliases as one step.</summary>
    /// <param name="monitor">The monitor.</param>
    /// <param name="change">Gives the new aliases; their revision is set here.</param>
    /// <param name="expectedRevision">The revision that the change was decided on, or null to change whatever is there.</param>
    /// <param name="cancellationToken">Ends waiting for the lock.</param>
    /// <returns>The aliases now.</returns>
    /// <exception cref="RegistryConflictException">The revision is another.</exception>
    /// <exception cref="InputException">The aliases cannot be read or written.</exception>
    public Aliases Change(string monitor, Func<Aliases, Aliases> change, long? expectedRevision = null, CancellationToken cancellationToken = default)
    {
        using var held = FolderLock.Take(AliasPath(monitor, "lock"), time, cancellationToken);
        var current = Aliases(monitor);
        if (expectedRevision is { } expected && expected != current.Revision)
        {
            throw new RegistryConflictException(monitor, expected, current.Revision);
        }

        var next = change(current);
        if (next == current)
        {
            return current;
        }

        next = next with { Revision = current.Revision + 1 };
        RegistryJson.Write(AliasPath(monitor, "json"), next);
        return next;
    }

    private string ArtefactPath(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(artefacts, digest)
        : throw new InputException(null, null, null, $"the digest '{digest}'", "64 lower-case hexadecimal digits");

    private string CardPath(string digest) => ArtefactPath(digest) + ".json";

    private string AliasPath(string monitor, string extension) => Path.Combine(aliases, $"{Uri.EscapeDataString(monitor)}.{extension}");

    private static void RequireWritable(string path, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(Path.Combine(folder, ".writable"), _ => { });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InputException)
        {
            throw new InputException(path, null, null, $"a registry folder that cannot be written ({exception.Message})", "a folder that this user may write", exception);
        }
    }
}
