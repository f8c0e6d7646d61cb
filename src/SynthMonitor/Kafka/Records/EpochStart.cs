using System.Collections.Immutable;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>Analyze has begun an epoch: what ingest needs to know to start in it.</summary>
/// <param name="Monitor">The monitor.</param>
/// <param name="Epoch">The epoch's number.</param>
/// <param name="Digest">The digest of its description.</param>
/// <param name="FirstBlock">The first block that is judged in it; null where the first one that is seen is.</param>
/// <param name="Sources">Where each source partition begins; empty for a monitor's first epoch.</param>
public sealed record EpochStart(string Monitor, int Epoch, string Digest, long? FirstBlock, ImmutableArray<SourceStart> Sources)
{
    private const byte Version = 1;

    internal byte[] ToBytes()
    {
        var writer = new PayloadWriter();
        writer.WriteByte(Version);
        writer.WriteString(Monitor);
        writer.WriteSigned(Epoch);
        writer.WriteString(Digest);
        writer.WriteBoolean(FirstBlock is not null);
        writer.WriteSigned(FirstBlock ?? 0);
        writer.WriteCount(Sources.Length);
        foreach (var source in Sources)
        {
            source.Write(writer);
        }

        return writer.ToArray();
    }

    internal static EpochStart FromBytes(ReadOnlySpan<byte> bytes)
    {
        var reader = new PayloadReader(bytes.ToArray(), "an epoch's start");
        if (reader.ReadByte() is var version and not Version)
        {
            throw reader.Fault($"version {version}", $"version {Version}");
        }

        var (monitor, epoch, digest, hasFirst, first) =
            (reader.ReadString(), reader.ReadInt32(), reader.ReadString(), reader.ReadBoolean(), reader.ReadSigned());
        var sources = ImmutableArray.CreateBuilder<SourceStart>(reader.ReadCountOf(1));
        while (sources.Count < sources.Capacity)
        {
            sources.Add(SourceStart.Read(reader));
        }

        return new EpochStart(monitor, epoch, digest, hasFirst ? first : null, sources.MoveToImmutable());
    }
}
