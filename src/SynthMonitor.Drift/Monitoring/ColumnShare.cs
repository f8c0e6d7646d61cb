using System.Collections.Immutable;

namespace SynthMonitor.Drift.Monitoring;

/// <summary>A column's part in an alarm.</summary>
/// <param name="Name">The column.</param>
/// <param name="Share">Its share of the evidence of all columns that moved. The shares of an alarm sum to 1.</param>
/// <param name="EffectName">See <see cref="Effect.Name"/>.</param>
/// <param name="Effect">How much it moved since the onset.</param>
/// <param name="MovedRanges">The ranges or categories that moved, the greatest movement first.</param>
public sealed record ColumnShare(string Name, double Share, string EffectName, double Effect, ImmutableArray<MovedRange> MovedRanges)
{
    /// <inheritdoc/>
    public bool Equals(ColumnShare? other) =>
        other is not null && Name == other.Name && Share.Equals(other.Share) && EffectName == other.EffectName && Effect.Equals(other.Effect)
        && MovedRanges.SequenceEqual(other.MovedRanges);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Share, Effect);
}
