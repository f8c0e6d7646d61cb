using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;

namespace SynthMonitor.Synthesis.Values;

/// <summary>Values of a column of names. Inside the cell of the rarer names each is drawn as often as it occurred.</summary>
internal sealed class NameValues : ColumnValues
{
    private readonly NameCodes codes;
    private readonly long[] otherRows;
    private readonly ImmutableArray<string> names;

    private NameValues(NameCodes codes, int[] counts, long[] otherRows)
        : base(codes, counts)
    {
        this.codes = codes;
        this.otherRows = otherRows;
        names = [.. codes.Names, .. codes.Others];
    }

    private int OtherCode => Code.First + codes.Names.Length;

    /// <summary>Learns the values of a column.</summary>
    /// <param name="codes">The column's codes, fitted on these values.</param>
    /// <param name="column">The values.</param>
    /// <param name="coded">The code of each row.</param>
    public static NameValues Fit(NameCodes codes, NameColumn column, ReadOnlySpan<byte> coded)
    {
        var positionOf = codes.Others.Select((name, position) => (name, position)).ToDictionary(StringComparer.Ordinal);
        var rows = new long[codes.Others.Length];
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition && positionOf.TryGetValue(column.Names[position], out var other))
            {
                rows[other]++;
            }
        }

        for (var other = 1; other < rows.Length; other++)
        {
            rows[other] += rows[other - 1];
        }

        return new NameValues(codes, CountCodes(codes, coded), rows);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="codes">The column's codes.</param>
    /// <param name="counts">The rows of each code.</param>
    /// <param name="reader">The reader.</param>
    public static NameValues Read(NameCodes codes, int[] counts, PayloadReader reader)
    {
        var rows = reader.ReadSigneds();
        return rows.Length == codes.Others.Length
            ? new NameValues(codes, counts, rows)
            : throw reader.Fault($"the counts of {rows.Length} names", $"those of {codes.Others.Length}");
    }

    /// <inheritdoc/>
    public override void Write(PayloadWriter writer) => writer.WriteSigneds(otherRows);

    /// <inheritdoc/>
    public override ColumnSink NewSink(ColumnSchema schema, int rows) => new Sink(this, schema, rows);

    /// <inheritdoc/>
    public override UnitSet[] Allowed(ValueSet values)
    {
        var set = (NameSet)values;
        var allowed = new UnitSet[Codes.Count];
        for (var code = 0; code < allowed.Length; code++)
        {
            allowed[code] = Counts[code] == 0 ? UnitSet.Empty
                : code == OtherCode ? AllowedOthers(set)
                : set.Contains(code < Code.First ? null : codes.Names[code - Code.First]) ? UnitSet.All
                : UnitSet.Empty;
        }

        return allowed;
    }

    /// <inheritdoc/>
    public override string Describe()
    {
        const int Shown = 12;
        return names.IsEmpty ? "only missing values"
            : "values " + string.Join(", ", names.Take(Shown)) + (names.Length > Shown ? ", …" : "");
    }

    private UnitSet AllowedOthers(NameSet set)
    {
        var intervals = new List<(double, double)>();
        for (var other = 0; other < otherRows.Length; other++)
        {
            if (set.Contains(codes.Others[other]))
            {
                intervals.Add((StartOf(other), StartOf(other + 1)));
            }
        }

        return UnitSet.Of(intervals);
    }

    private double StartOf(int other) => other == 0 ? 0 : (double)otherRows[other - 1] / otherRows[^1];

    private int PositionOf(byte code, double position)
    {
        if (code < Code.First)
        {
            return NameColumn.MissingPosition;
        }

        if (code != OtherCode)
        {
            return code - Code.First;
        }

        var (low, high) = (0, otherRows.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = StartOf(middle + 1) > position ? (low, middle) : (middle + 1, high);
        }

        return codes.Names.Length + low;
    }

    private sealed class Sink(NameValues values, ColumnSchema schema, int rows) : ColumnSink
    {
        private readonly int[] positions = new int[rows];

        public override void Set(int row, byte code, double position) => positions[row] = values.PositionOf(code, position);

        public override byte? TryPlace(int row, double value) => null;

        public override double Number(int row) => throw new NotSupportedException("a column of names");

        public override string? Name(int row) =>
            positions[row] == NameColumn.MissingPosition ? null : values.names[positions[row]];

        public override Column ToColumn() => new NameColumn(schema, values.names, positions);
    }
}
