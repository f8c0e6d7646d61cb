using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.Profiles;

/// <summary>
/// Predictions that met their label in a binary task, counted by label and by equal score bins of [0, 1]. Counts are exact integers: they
/// merge and subtract in any order. All metrics follow from them (<see cref="OutcomeMetrics"/>), none is kept.
/// </summary>
public sealed class OutcomeCounts : IEquatable<OutcomeCounts>
{
    /// <summary>The bins that a counter has unless told otherwise.</summary>
    public const int DefaultBins = 256;

    private const int MostBins = 1 << 16;
    private readonly long[] negatives;
    private readonly long[] positives;

    /// <summary>Creates counts of nothing.</summary>
    /// <param name="bins">The number of score bins, 2 … 65,536; even, so that a threshold of ½ is a bin's edge.</param>
    public OutcomeCounts(int bins = DefaultBins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MostBins);
        negatives = new long[bins];
        positives = new long[bins];
    }

    /// <summary>The number of score bins.</summary>
    public int Bins => negatives.Length;

    /// <summary>The number of outcomes.</summary>
    public long Rows { get; private set; }

    /// <summary>The number of outcomes whose label is positive.</summary>
    public long Positives { get; private set; }

    /// <summary>The counts of one label by score bin.</summary>
    public ReadOnlySpan<long> this[bool label] => label ? positives : negatives;

    /// <summary>Counts an outcome.</summary>
    /// <param name="label">Whether the label is positive.</param>
    /// <param name="score">The predicted probability of the positive class; clipped to [0, 1].</param>
    /// <exception cref="ArgumentException">The score is NaN.</exception>
    public void Add(bool label, double score) => Add(label, BinOf(score), 1);

    /// <summary>Counts outcomes of one bin.</summary>
    public void Add(bool label, int bin, long count)
    {
        (label ? positives : negatives)[bin] += count;
        Rows += count;
        Positives += label ? count : 0;
    }

    /// <summary>Adds counts over as many bins.</summary>
    public void Add(OutcomeCounts other) => Combine(other, 1);

    /// <summary>Takes away counts that were added before.</summary>
    public void Subtract(OutcomeCounts other) => Combine(other, -1);

    /// <summary>The bin of a score: <c>(int)(score · bins)</c>, 1 in the last.</summary>
    public int BinOf(double score) => double.IsNaN(score)
        ? throw new ArgumentException("a score that is not a number", nameof(score))
        : Math.Min((int)(Math.Clamp(score, 0, 1) * Bins), Bins - 1);

    /// <summary>Counts of their own with the same values.</summary>
    public OutcomeCounts Clone()
    {
        var clone = new OutcomeCounts(Bins);
        clone.Add(this);
        return clone;
    }

    /// <summary>Writes the counts; bins that hold nothing take no bytes.</summary>
    public void Write(PayloadWriter writer)
    {
        writer.WriteCount(Bins);
        foreach (var label in new[] { false, true })
        {
            writer.WriteCount(this[label].Length - this[label].Count(0L));
            var previous = 0;
            for (var bin = 0; bin < Bins; bin++)
            {
                if (this[label][bin] != 0)
                {
                    writer.WriteCount(bin - previous);
                    writer.WriteUnsigned((ulong)this[label][bin]);
                    previous = bin;
                }
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="Data.InputException">The bytes are no outcome counts.</exception>
    public static OutcomeCounts Read(PayloadReader reader)
    {
        var bins = reader.ReadCount();
        if (bins is < 2 or > MostBins)
        {
            throw reader.Fault($"{bins} score bins", $"2 … {MostBins}");
        }

        var counts = new OutcomeCounts(bins);
        foreach (var label in new[] { false, true })
        {
            var bin = 0L;
            for (var left = reader.ReadCountOf(2); left > 0; left--)
            {
                bin += reader.ReadCount();
                var count = reader.ReadUnsigned();
                if (bin >= bins || count > long.MaxValue >> 8)
                {
                    throw reader.Fault($"{count} outcomes in bin {bin}", $"a bin below {bins}");
                }

                counts.Add(label, (int)bin, (long)count);
            }
        }

        return counts;
    }

    /// <inheritdoc/>
    public bool Equals(OutcomeCounts? other) =>
        other is not null && negatives.AsSpan().SequenceEqual(other.negatives) && positives.AsSpan().SequenceEqual(other.positives);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OutcomeCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Bins, Rows, Positives);

    private void Combine(OutcomeCounts other, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Bins, Bins, nameof(other));
        for (var bin = 0; bin < Bins; bin++)
        {
            negatives[bin] += sign * other.negatives[bin];
            positives[bin] += sign * other.positives[bin];
        }

        Rows += sign * other.Rows;
        Positives += sign * other.Positives;
    }
}
