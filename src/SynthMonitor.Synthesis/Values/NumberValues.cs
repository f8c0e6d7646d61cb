using System.Globalization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Values;

/// <summary>
/// Values of a column of numbers: a <see cref="NumberCell"/> for each cell that bore rows, on the column's <see cref="Grid"/>.
/// </summary>
internal sealed class NumberValues : ColumnValues
{
    private readonly NumberCodes codes;
    private readonly NumberCell?[] cells;
    private readonly Grid? grid;

    private NumberValues(NumberCodes codes, int[] counts, Grid? grid, NumberCell?[] cells)
        : base(codes, counts)
    {
        this.codes = codes;
        this.grid = grid;
        this.cells = cells;
    }

    /// <summary>Learns the values of a column.</summary>
    /// <param name="codes">The column's codes, fitted on these values.</param>
    /// <param name="values">A value for each row.</param>
    /// <param name="coded">The code of each row.</param>
    public static NumberValues Fit(NumberCodes codes, ReadOnlySpan<double> values, ReadOnlySpan<byte> coded)
    {
        var counts = CountCodes(codes, coded);
        var grid = Grid.Learn(values);
        double[] sorted = [.. values.ToArray().Where(double.IsFinite)];
        Array.Sort(sorted);
        var fitter = new NumberCellFitter(sorted, grid);
        var cells = new NumberCell?[codes.Cells];
        var start = 0;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var end = start + counts[Code.First + cell];
            cells[cell] = end > start ? fitter.Fit(start, end) : null;
            start = end;
        }

        return new NumberValues(codes, counts, grid, cells);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="codes">The column's codes.</param>
    /// <param name="counts">The rows of each code.</param>
    /// <param name="reader">The reader.</param>
    public static NumberValues Read(NumberCodes codes, int[] counts, PayloadReader reader)
    {
        var grid = reader.ReadBoolean() ? Grid.Read(reader) : null;
        var cells = new NumberCell?[codes.Cells];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = reader.ReadBoolean() ? NumberCell.Read(reader) : null;
        }

        return new NumberValues(codes, counts, grid, cells);
    }

    /// <inheritdoc/>
    public override void Write(PayloadWriter writer)
    {
        writer.WriteBoolean(grid is not null);
        grid?.Write(writer);
        foreach (var cell in cells)
        {
            writer.WriteBoolean(cell is not null);
            cell?.Write(writer);
        }
    }

    /// <summary>The value of a code at a position inside it.</summary>
    public double At(byte code, double position) => code switch
    {
        Code.Missing => Number.Missing,
        Code.NotANumber => double.NaN,
        Code.Below => double.NegativeInfinity,
        Code.Above => double.PositiveInfinity,
        _ when cells[code - Code.First] is { } cell => grid is null ? cell.At(position) : grid.At(Math.Floor(cell.At(position) + 0.5)),
        _ => Number.Missing,
    };

    /// <inheritdoc/>
    public override ColumnSink NewSink(ColumnSchema schema, int rows) => new Sink(this, schema, rows);

    /// <inheritdoc/>
    public override UnitSet[] Allowed(ValueSet values)
    {
        var set = (NumberSet)values;
        var allowed = new UnitSet[Codes.Count];
        for (var code = 0; code < allowed.Length; code++)
        {
            allowed[code] = Counts[code] == 0 ? UnitSet.Empty
                : code < Code.First ? set.Contains(At((byte)code, 0)) ? UnitSet.All : UnitSet.Empty
                : UnitSet.Of(set.Ranges.Select(range => Positions((byte)code, range)));
        }

        return allowed;
    }

    /// <inheritdoc/>
    public override string Describe()
    {
        var present = Enumerable.Range(Code.First, cells.Length).Where(code => Counts[code] > 0).ToArray();
        return present.Length == 0 ? "only missing values" : string.Create(
            CultureInfo.InvariantCulture, $"values from {At((byte)present[0], 0)} to {At((byte)present[^1], Math.BitDecrement(1.0))}");
    }

    private (double Start, double End) Positions(byte code, NumberRange range) =>
        (FirstPosition(code, range.Minimum, beyond: false), FirstPosition(code, range.Maximum, beyond: true));

    /// <summary>
    /// The first position whose value is at least (or beyond) a bound, by bisection over the doubles; 1 where there is none.
    /// </summary>
    private double FirstPosition(byte code, double bound, bool beyond)
    {
        bool IsReached(double position) => At(code, position) is var value && (beyond ? value > bound : value >= bound);
        if (IsReached(0) || !IsReached(Math.BitDecrement(1.0)))
        {
            return IsReached(0) ? 0 : 1;
        }

        var (low, high) = (0L, BitConverter.DoubleToInt64Bits(1.0));
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = IsReached(BitConverter.Int64BitsToDouble(middle)) ? (low, middle) : (middle + 1, high);
        }

        return BitConverter.Int64BitsToDouble(low);
    }

    private sealed class Sink(NumberValues values, ColumnSchema schema, int rows) : ColumnSink
    {
        private readonly double[] numbers = new double[rows];

        public override void Set(int row, byte code, double position) => numbers[row] = values.At(code, position);

        public override byte? TryPlace(int row, double value)
        {
            var rounded = values.grid is { } grid ? grid.At(grid.IndexOf(value)) : value;
            var code = values.codes.Encode(rounded);
            if (code < Code.First)
            {
                return null;
            }

            numbers[row] = rounded;
            return code;
        }

        public override double Number(int row) => numbers[row];

        public override string? Name(int row) => throw new NotSupportedException("a column of numbers");

        public override Column ToColumn() => new NumberColumn(schema, numbers);
    }
}
