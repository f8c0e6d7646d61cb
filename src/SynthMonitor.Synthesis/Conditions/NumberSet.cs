using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Conditions;

/// <summary>Numbers that lie in any of some ranges, and perhaps missing ones.</summary>
/// <param name="ranges">The ranges, in any order.</param>
/// <param name="withMissing">Whether a missing value is in the set.</param>
public sealed class NumberSet(ImmutableArray<NumberRange> ranges, bool withMissing = false) : ValueSet
{
    /// <summary>The ranges.</summary>
    public ImmutableArray<NumberRange> Ranges { get; } = ranges;

    /// <summary>Whether a missing value is in the set.</summary>
    public bool WithMissing { get; } = withMissing;

    /// <summary>Whether a number is in the set.</summary>
    public bool Contains(double value) => Number.IsMissing(value) ? WithMissing : Ranges.Any(range => range.Contains(value));

    /// <inheritdoc/>
    public override bool Contains(Column column, int row) => Contains(((NumberColumn)column).Values[row]);

    /// <inheritdoc/>
    public override ValueSet Complement()
    {
        var outside = ImmutableArray.CreateBuilder<NumberRange>();
        var start = double.NegativeInfinity;
        foreach (var range in Ranges.OrderBy(range => range.Minimum))
        {
            var end = Math.BitDecrement(range.Minimum);
            if (start <= end && range.Minimum > double.NegativeInfinity)
            {
                outside.Add(new(start, end));
            }

            start = Math.Max(start, Math.BitIncrement(range.Maximum));
        }

        if (Ranges.All(range => range.Maximum < double.PositiveInfinity))
        {
            outside.Add(new(start, double.PositiveInfinity));
        }

        return new NumberSet(outside.ToImmutable(), !WithMissing);
    }
}
