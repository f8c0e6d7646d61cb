using System.Text.Json;
using System.Text.Json.Serialization;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Epochs;

/// <summary>
/// The shared store: a folder with <c>epochs/</c> and <c>references/</c>, each file named by the SHA-256 of its bytes.
/// Files are written whole or not at all and never change.
/// </summary>
public sealed class EpochStore : IEpochStore
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly string folder;
    private readonly Dictionary<string, LoadedEpoch> loaded = new(StringComparer.Ordinal);

    /// <summary>Opens a store.</summary>
    /// <param name="folder">Its folder, made where it is not there.</param>
    /// <exception cref="InputException">The folder cannot be made or written.</exception>
    public EpochStore(string folder)
    {
        this.folder = folder;
        foreach (var kind in new[] { "epochs", "references" })
        {
            try
            {
                Directory.CreateDirectory(Path.Combine(folder, kind));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new InputException(folder, null, null, $"the store cannot be written ({exception.Message})", "a folder that this process may write", exception);
            }
        }
    }

    /// <summary>Stores a reference and gives its digest.</summary>
    public string Put(Reference reference) => PutBytes("references", ReferenceFormat.ToBytes(reference.ForCounts()));

    /// <summary>Stores the description of an epoch and gives its digest.</summary>
    public string Put(Epoch epoch) => PutBytes("epochs", JsonSerializer.SerializeToUtf8Bytes(epoch, Json));

    /// <summary>The reference of a digest.</summary>
    /// <exception cref="InputException">It is not there, or damaged.</exception>
    public Reference Reference(string digest) => ReferenceFormat.FromBytes(Bytes("references", digest), digest);

    /// <inheritdoc/>
    public LoadedEpoch Load(string digest)
    {
        lock (loaded)
        {
            if (!loaded.TryGetValue(digest, out var epoch))
            {
                var description = Description(digest);
                var reference = Reference(description.Reference);
                var calibration = reference.CalibrationFor(description.MonitorOptions, description.Seed)
                    ?? throw new InputException(digest, null, null, "the reference has no calibration for this epoch", "one made with its options, by this version");
                epoch = new LoadedEpoch(description, digest, reference, calibration);
                loaded.Add(digest, epoch);
            }

            return epoch;
        }
    }

    private Epoch Description(string digest)
    {
        var bytes = Bytes("epochs", digest);
        try
        {
            return JsonSerializer.Deserialize<Epoch>(bytes, Json)!;
        }
        catch (JsonException exception)
        {
            throw new InputException(Path.Combine(folder, "epochs", digest), null, null, exception.Message, "an epoch that this version knows", exception);
        }
    }

    private string PutBytes(string kind, byte[] bytes)
    {
        var digest = SealedFile.Digest(bytes);
        var path = Path.Combine(folder, kind, digest);
        if (!File.Exists(path))
        {
            AtomicFile.Write(path, stream => stream.Write(bytes));
        }

        return digest;
    }

    private byte[] Bytes(string kind, string digest)
    {
        var path = Path.Combine(folder, kind, digest);
        var bytes = InputFile.ReadAllBytes(path);
        return SealedFile.Digest(bytes) == digest ? bytes : throw new InputException(path, null, null, "the file is damaged", $"the digest {digest}");
    }
}
