using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// What ingest counted of one chunk <c>[Start, Start + C)</c> of a source partition, so far: a pure function of the source's records
/// from <see cref="Start"/> to <see cref="UpTo"/>.
/// </summary>
/// <param name="Epoch">The epoch by whose codebook and settings it was counted.</param>
/// <param name="Source">The source partition.</param>
/// <param name="Start">The chunk's first offset, a multiple of the chunk size.</param>
/// <param name="UpTo">The last offset read, plus one.</param>
/// <param name="Closed">Whether the chunk's end was seen.</param>
/// <param name="Idle">Whether the owner had read to the partition's end and nothing came for a while.</param>
/// <param name="MaximumTime">The greatest event time in the chunk, milliseconds; <see cref="long.MinValue"/> where there is none.</param>
/// <param name="Skipped">Records before the chunk that the log still held but that lie in a chunk whose beginning is gone.</param>
/// <param name="Counts">How its records ended.</param>
/// <param name="Cells">Accepted rows by block and model version, in that order.</param>
public sealed record ChunkRecord(
    int Epoch,
    SourcePartition Source,
    long Start,
    long UpTo,
    bool Closed,
    bool Idle,
    long MaximumTime,
    long Skipped,
    RecordCounts Counts,
    ImmutableArray<ChunkCell> Cells)
{
    internal void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Epoch);
        writer.WriteByte((byte)Source.Kind);
        writer.WriteCount(Source.Partition);
        writer.WriteSigned(Start);
        writer.WriteSigned(UpTo);
        writer.WriteBoolean(Closed);
        writer.WriteBoolean(Idle);
        writer.WriteSigned(MaximumTime);
        writer.WriteSigned(Skipped);
        Counts.Write(writer);
        writer.WriteCount(Cells.Length);
        foreach (var cell in Cells)
        {
            cell.Write(writer);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the codebook is found by the epoch, and null where that is no longer of interest.</summary>
    internal static ChunkRecord? Read(PayloadReader reader, Func<int, Codebook?> codebookOf)
    {
        var epoch = reader.ReadInt32();
        if (codebookOf(epoch) is not { } codebook)
        {
            return null;
        }

        var source = new SourcePartition((SourceKind)reader.ReadByte(), reader.ReadCount());
        var (start, upTo, closed, idle) = (reader.ReadSigned(), reader.ReadSigned(), reader.ReadBoolean(), reader.ReadBoolean());
        var (maximumTime, skipped) = (reader.ReadSigned(), reader.ReadSigned());
        var counts = RecordCounts.Read(reader);
        var cells = ImmutableArray.CreateBuilder<ChunkCell>(reader.ReadCountOf(1));
        while (cells.Count < cells.Capacity)
        {
            cells.Add(ChunkCell.Read(reader, codebook));
        }

        return new ChunkRecord(epoch, source, start, upTo, closed, idle, maximumTime, skipped, counts, cells.MoveToImmutable());
    }
}
