using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>Respond asks for a new epoch; analyze begins it unless one of that number or a later one has begun.</summary>
/// <param name="Epoch">Its number, 1 for a monitor's first.</param>
/// <param name="Digest">The digest of its description in the shared store.</param>
public sealed record EpochRequest(int Epoch, string Digest)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Epoch);
        writer.WriteString(Digest);
    }

    internal static EpochRequest Read(PayloadReader reader) => new(reader.ReadInt32(), reader.ReadString());
}
