using SynthMonitor.Data.Storage;

namespace SynthMonitor.Kafka.Records;

/// <summary>How many records were read, and how each of them ended. <c>consumed = accepted + late + rejected + dead-lettered</c>.</summary>
/// <param name="Consumed">Records read.</param>
/// <param name="Accepted">Counted in their block.</param>
/// <param name="Late">Readable, but their block had ended before.</param>
/// <param name="Rejected">Readable, but without key or time, or too far in the future.</param>
/// <param name="DeadLettered">Not readable.</param>
public readonly record struct RecordCounts(long Consumed, long Accepted, long Late, long Rejected, long DeadLettered)
{
    /// <summary>Whether every record ended in exactly one way.</summary>
    public bool AreConserved => Consumed == Accepted + Late + Rejected + DeadLettered;

    /// <summary>The sum of two counts.</summary>
    public static RecordCounts operator +(RecordCounts left, RecordCounts right) => new(
        left.Consumed + right.Consumed,
        left.Accepted + right.Accepted,
        left.Late + right.Late,
        left.Rejected + right.Rejected,
        left.DeadLettered + right.DeadLettered);

    /// <summary>The sum of two counts.</summary>
    public static RecordCounts Add(RecordCounts left, RecordCounts right) => left + right;

    /// <summary>The greater of each of two counts.</summary>
    public static RecordCounts Max(RecordCounts left, RecordCounts right) => new(
        Math.Max(left.Consumed, right.Consumed),
        Math.Max(left.Accepted, right.Accepted),
        Math.Max(left.Late, right.Late),
        Math.Max(left.Rejected, right.Rejected),
        Math.Max(left.DeadLettered, right.DeadLettered));

    /// <summary>The same, with some accepted records counted as late.</summary>
    public RecordCounts MoveToLate(long rows) => this with { Accepted = Accepted - rows, Late = Late + rows };

    internal void Write(PayloadWriter writer)
    {
        writer.WriteSigned(Consumed);
        writer.WriteSigned(Accepted);
        writer.WriteSigned(Late);
        writer.WriteSigned(Rejected);
        writer.WriteSigned(DeadLettered);
    }

    internal static RecordCounts Read(PayloadReader reader) =>
        new(reader.ReadSigned(), reader.ReadSigned(), reader.ReadSigned(), reader.ReadSigned(), reader.ReadSigned());
}
