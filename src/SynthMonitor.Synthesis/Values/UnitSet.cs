using System.Collections.Immutable;

namespace SynthMonitor.Synthesis.Values;

/// <summary>
/// A part of [0, 1), as disjoint half-open intervals in rising order. A value inside a cell is a non-decreasing function of a uniform
/// position in [0, 1); so the values that a condition allows are such a set of positions, and its length is the share of the cell's rows.
/// </summary>
internal sealed class UnitSet
{
    /// <summary>No position.</summary>
    public static readonly UnitSet Empty = new([]);

    /// <summary>Every position.</summary>
    public static readonly UnitSet All = new([(0, 1)]);

    private readonly ImmutableArray<(double Start, double End)> intervals;

    private UnitSet(ImmutableArray<(double Start, double End)> intervals)
    {
        this.intervals = intervals;
        Length = intervals.Sum(interval => interval.End - interval.Start);
    }

    /// <summary>The total length, 0 … 1.</summary>
    public double Length { get; }

    /// <summary>The union of intervals, given in any order; empty ones are left out.</summary>
    public static UnitSet Of(IEnumerable<(double Start, double End)> intervals)
    {
        var merged = new List<(double Start, double End)>();
        foreach (var (start, end) in intervals.Where(interval => interval.Start < interval.End).OrderBy(interval => interval.Start))
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return merged is [(0, 1)] ? All : merged.Count == 0 ? Empty : new UnitSet([.. merged]);
    }

    /// <summary>The positions outside this set.</summary>
    public UnitSet Complement()
    {
        var gaps = new List<(double Start, double End)>();
        var start = 0.0;
        foreach (var interval in intervals)
        {
            gaps.Add((start, interval.Start));
            start = interval.End;
        }

        gaps.Add((start, 1));
        return Of(gaps);
    }

    /// <summary>The positions in both sets.</summary>
    public UnitSet Intersect(UnitSet other) => Of(
        from mine in intervals
        from its in other.intervals
        select (Math.Max(mine.Start, its.Start), Math.Min(mine.End, its.End)));

    /// <summary>The positions in either set.</summary>
    public UnitSet Union(UnitSet other) => Of(intervals.Concat(other.intervals));

    /// <summary>
    /// The position that has a share of this set's length below it: maps a uniform number to a uniform position of this set.
    /// </summary>
    /// <param name="share">In [0, 1).</param>
    public double At(double share)
    {
        var left = share * Length;
        foreach (var (start, end) in intervals)
        {
            if (left < end - start)
            {
                return Math.Min(start + left, Math.BitDecrement(end));
            }

            left -= end - start;
        }

        return Math.BitDecrement(intervals[^1].End);
    }
}
