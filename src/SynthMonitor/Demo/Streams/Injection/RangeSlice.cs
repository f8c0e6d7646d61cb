using System.Globalization;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>The rows whose number is at least a bound.</summary>
/// <param name="Column">The name of a column of numbers.</param>
/// <param name="Minimum">The bound.</param>
public sealed record RangeSlice(string Column, double Minimum) : Slice(Column)
{
    /// <inheritdoc/>
    public override bool[] Mark(Table rows)
    {
        var values = ((NumberColumn)rows[Column]).Values;
        var marks = new bool[values.Length];
        for (var row = 0; row < marks.Length; row++)
        {
            marks[row] = values[row] >= Minimum;
        }

        return marks;
    }

    /// <summary>The column and the bound.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Column} ≥ {Minimum}");
}
