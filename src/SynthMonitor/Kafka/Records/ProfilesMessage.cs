using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>The records of the <c>profiles</c> topic: the key is the monitor's name, the value a version, a kind and the record.</summary>
internal static class ProfilesMessage
{
    private const byte Version = 1;

    private enum Kind : byte
    {
        Chunk = 1,
        Outcome = 2,
        EpochRequest = 3,
    }

    public static byte[] ToBytes(ChunkRecord chunk) => Bytes(Kind.Chunk, chunk.Write);

    public static byte[] ToBytes(OutcomeRecord outcome) => Bytes(Kind.Outcome, outcome.Write);

    public static byte[] ToBytes(EpochRequest request) => Bytes(Kind.EpochRequest, request.Write);

    /// <summary>Reads a record: a <see cref="ChunkRecord"/>, <see cref="OutcomeRecord"/> or <see cref="EpochRequest"/>; null for a chunk of
    /// an epoch that has no codebook here.</summary>
    /// <exception cref="InputException">The record is damaged, or of a newer version.</exception>
    public static object? Read(ReadOnlySpan<byte> value, Func<int, Codebook?> codebookOf)
    {
        var reader = new PayloadReader(value.ToArray(), "profiles");
        var version = reader.ReadByte();
        if (version != Version)
        {
            throw reader.Fault($"version {version}", $"version {Version}");
        }

        return (Kind)reader.ReadByte() switch
        {
            Kind.Chunk => ChunkRecord.Read(reader, codebookOf),
            Kind.Outcome => OutcomeRecord.Read(reader),
            Kind.EpochRequest => EpochRequest.Read(reader),
            var kind => throw reader.Fault($"record kind {(byte)kind}", "a chunk, an outcome or an epoch request"),
        };
    }

    private static byte[] Bytes(Kind kind, Action<PayloadWriter> write)
    {
        var writer = new PayloadWriter();
        writer.WriteByte(Version);
        writer.WriteByte((byte)kind);
        write(writer);
        return writer.ToArray();
    }
}
