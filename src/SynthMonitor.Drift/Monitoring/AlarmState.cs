using System.Collections.Immutable;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>An alarm.</summary>
/// <param name="RaisedBlock">The block that raised it.</param>
/// <param name="OnsetBlock">The estimate of the first block that differs.</param>
/// <param name="Scale">The length, in blocks, of the window that raised it.</param>
/// <param name="Columns">The columns that moved since the onset, the greatest share first.</param>
public sealed record AlarmState(long RaisedBlock, long OnsetBlock, int Scale, ImmutableArray<ColumnShare> Columns)
{
    /// <inheritdoc/>
    public bool Equals(AlarmState? other) =>
        other is not null && RaisedBlock == other.RaisedBlock && OnsetBlock == other.OnsetBlock && Scale == other.Scale
        && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RaisedBlock, OnsetBlock, Scale);
}
