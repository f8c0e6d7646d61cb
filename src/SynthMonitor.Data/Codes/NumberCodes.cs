using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Intrinsics;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Codes;

/// <summary>
/// Codes of numbers: cell <c>i</c> holds the values in <c>(upper[i-1], upper[i]]</c>, the first one those in
/// <c>[minimum, upper[0]]</c>. An atom is a cell that holds a single value.
/// </summary>
/// <param name="Name">The column's name.</param>
/// <param name="Minimum">The smallest reference value; what lies below it is <see cref="Code.Below"/>.</param>
/// <param name="Upper">
/// The inclusive upper bounds, rising strictly; what lies above the last is <see cref="Code.Above"/>. Empty where the reference held no
/// finite number; then <paramref name="Minimum"/> is 0.
/// </param>
/// <param name="IsWhole">Whether values (and so bounds) are whole numbers: then a cell one wide is an atom.</param>
public sealed record NumberCodes(string Name, double Minimum, ImmutableArray<double> Upper, bool IsWhole = false) : ColumnCodes(Name)
{
    /// <inheritdoc/>
    public override int Cells => Upper.Length;

    /// <inheritdoc/>
    public override bool IsOrdered => true;

    /// <summary>The exclusive lower bound of a cell; for the first cell the value just below <see cref="Minimum"/>.</summary>
    public double Lower(int cell) => cell == 0 ? Before(Minimum, IsWhole) : Upper[cell - 1];

    /// <summary>Whether a cell holds a single value: one double, or one whole number.</summary>
    public bool IsAtom(int cell) => Lower(cell) >= Before(Upper[cell], IsWhole);

    /// <summary>The greatest value below a value: the double before it, or the whole number before it.</summary>
    internal static double Before(double value, bool isWhole) =>
        isWhole ? Math.Min(value - 1, Math.BitDecrement(value)) : Math.BitDecrement(value);

    /// <summary>The code of a value.</summary>
    public byte Encode(double value)
    {
        if (double.IsNaN(value))
        {
            return Number.IsMissing(value) ? Code.Missing : Code.NotANumber;
        }

        if (value < Minimum)
        {
            return Code.Below;
        }

        var below = Below(Upper.AsSpan(), value);
        return below == Upper.Length ? Code.Above : (byte)(Code.First + below);
    }

    /// <inheritdoc/>
    public override void Encode(Column column, Span<byte> codes)
    {
        var values = ((NumberColumn)column).Values;
        for (var row = 0; row < values.Length; row++)
        {
            codes[row] = Encode(values[row]);
        }
    }

    /// <inheritdoc/>
    public bool Equals(NumberCodes? other) =>
        other is not null && Name == other.Name && Minimum.Equals(other.Minimum) && IsWhole == other.IsWhole
        && Upper.SequenceEqual(other.Upper);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Minimum, Upper.Length);

    // Counting all bounds, some at once, beats a binary search over so few: no branch can be mispredicted.
    private static int Below(ReadOnlySpan<double> upper, double value)
    {
        var (values, counts, index) = (Vector256.Create(value), Vector256<long>.Zero, 0);
        for (; index <= upper.Length - Vector256<double>.Count; index += Vector256<double>.Count)
        {
            counts -= Vector256.LessThan(Vector256.Create(upper[index..]), values).AsInt64();
        }

        var below = (int)Vector256.Sum(counts);
        for (; index < upper.Length; index++)
        {
            below += upper[index] < value ? 1 : 0;
        }

        return below;
    }

    /// <inheritdoc/>
    protected override string DescribeCell(int cell)
    {
        string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
        return IsAtom(cell) ? Text(Upper[cell])
            : cell == 0 ? $"{Text(Minimum)} … {Text(Upper[0])}"
            : $"{Text(IsWhole ? Lower(cell) + 1 : Lower(cell))} … {Text(Upper[cell])}";
    }
}
