using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.Profiles;

namespace SynthMonitor.Kafka.Records;

/// <summary>The accepted rows of one block and model version within a chunk.</summary>
/// <param name="Block">The block's number.</param>
/// <param name="Model">The model version that scored the rows; empty for labels and where none is given.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Faults">How many of their fields had a wrong type.</param>
/// <param name="Profile">Counts of codes; null for labels.</param>
public sealed record ChunkCell(long Block, string Model, long Rows, long Faults, Profile? Profile)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Block);
        writer.WriteString(Model);
        writer.WriteSigned(Rows);
        writer.WriteSigned(Faults);
        writer.WriteBoolean(Profile is not null);
        Profile?.Write(writer);
    }

    internal static ChunkCell Read(PayloadReader reader, Codebook codebook) => new(
        reader.ReadSigned(),
        reader.ReadString(),
        reader.ReadSigned(),
        reader.ReadSigned(),
        reader.ReadBoolean() ? Profile.Read(reader, codebook) : null);
}
