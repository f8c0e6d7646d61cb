using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>Where a source partition begins in an epoch.</summary>
/// <param name="Source">The source partition.</param>
/// <param name="Start">The first offset, the start of a chunk.</param>
/// <param name="Watermark">The watermark that the records before it have left, milliseconds; <see cref="long.MinValue"/> for none.</param>
public sealed record SourceStart(SourcePartition Source, long Start, long Watermark)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteByte((byte)Source.Kind);
        writer.WriteCount(Source.Partition);
        writer.WriteSigned(Start);
        writer.WriteSigned(Watermark);
    }

    internal static SourceStart Read(PayloadReader reader) =>
        new(new SourcePartition((SourceKind)reader.ReadByte(), reader.ReadCount()), reader.ReadSigned(), reader.ReadSigned());
}
