using SynthMonitor.Data.Storage;
using SynthMonitor.Kafka.Records;

namespace SynthMonitor.Join;

/// <summary>A prediction or a label that waits for its block to close.</summary>
/// <param name="Time">Event time, milliseconds.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Offset">Its origin offset.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Bin">Prediction: the bin of the score.</param>
/// <param name="Model">Prediction: the model version.</param>
/// <param name="Label">Label: whether it is the positive one.</param>
internal readonly record struct HeldRow(long Time, SourcePartition Source, long Offset, string Key, int Bin, string Model, bool Label)
    : IComparable<HeldRow>
{
    /// <inheritdoc/>
    public int CompareTo(HeldRow other) => (Time, Source, Offset).CompareTo((other.Time, other.Source, other.Offset));

    public void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Time);
        writer.WriteByte((byte)Source.Kind);
        writer.WriteCount(Source.Partition);
        writer.WriteSigned(Offset);
        writer.WriteString(Key);
        writer.WriteSigned(Bin);
        writer.WriteString(Model);
        writer.WriteBoolean(Label);
    }

    public static HeldRow Read(PayloadReader reader) => new(
        reader.ReadSigned(),
        new SourcePartition((SourceKind)reader.ReadByte(), reader.ReadCount()),
        reader.ReadSigned(),
        reader.ReadString(),
        reader.ReadInt32(),
        reader.ReadString(),
        reader.ReadBoolean());
}
