using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Analyze.Ledger;

/// <summary>A chunk that can no longer change.</summary>
/// <param name="Start">Its first offset.</param>
/// <param name="EarlierWatermark">The watermark that the chunks before it left.</param>
/// <param name="LastBlock">The last block that it holds rows of; <see cref="long.MinValue"/> where it holds none.</param>
/// <param name="Counts">How its records ended.</param>
internal sealed record FoldedChunk(long Start, long EarlierWatermark, long LastBlock, RecordCounts Counts)
{
    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Start);
        writer.WriteSigned(EarlierWatermark);
        writer.WriteSigned(LastBlock);
        Counts.Write(writer);
    }

    public static FoldedChunk Read(PayloadReader reader) =>
        new(reader.ReadSigned(), reader.ReadSigned(), reader.ReadSigned(), RecordCounts.Read(reader));
}
