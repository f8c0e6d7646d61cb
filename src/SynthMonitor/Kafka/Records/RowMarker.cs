using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>How far the rows of a source partition have come: sent to every <c>rows</c> partition after the rows before it.</summary>
/// <param name="Monitor">The monitor.</param>
/// <param name="Epoch">The epoch.</param>
/// <param name="Source">The source partition.</param>
/// <param name="Start">The chunk's first offset.</param>
/// <param name="UpTo">The last offset read, plus one.</param>
/// <param name="Closed">Whether the chunk's end was seen.</param>
/// <param name="Idle">Whether nothing has come for a while.</param>
/// <param name="MaximumTime">The greatest event time in the chunk, milliseconds.</param>
public sealed record RowMarker(
    string Monitor, int Epoch, SourcePartition Source, long Start, long UpTo, bool Closed, bool Idle, long MaximumTime)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteString(Monitor);
        writer.WriteSigned(Epoch);
        writer.WriteByte((byte)Source.Kind);
        writer.WriteCount(Source.Partition);
        writer.WriteSigned(Start);
        writer.WriteSigned(UpTo);
        writer.WriteBoolean(Closed);
        writer.WriteBoolean(Idle);
        writer.WriteSigned(MaximumTime);
    }

    internal static RowMarker Read(PayloadReader reader) => new(
        reader.ReadString(),
        reader.ReadInt32(),
        new SourcePartition((SourceKind)reader.ReadByte(), reader.ReadCount()),
        reader.ReadSigned(),
        reader.ReadSigned(),
        reader.ReadBoolean(),
        reader.ReadBoolean(),
        reader.ReadSigned());
}
