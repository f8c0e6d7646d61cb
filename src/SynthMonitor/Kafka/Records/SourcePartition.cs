namespace SynthMonitor.Kafka.Records;

/// <summary>One partition of a monitor's source topics.</summary>
/// <param name="Kind">Features or labels.</param>
/// <param name="Partition">The 0-based partition.</param>
public readonly record struct SourcePartition(SourceKind Kind, int Partition) : IComparable<SourcePartition>
{
    /// <inheritdoc/>
    public int CompareTo(SourcePartition other) => (Kind, Partition).CompareTo((other.Kind, other.Partition));

    /// <inheritdoc/>
    public override string ToString() => $"{(Kind == SourceKind.Features ? "features" : "labels")}[{Partition}]";
}
