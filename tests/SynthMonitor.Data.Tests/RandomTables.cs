using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests;

/// <summary>Random tables of all kinds with hard values: missing, not a number, infinite, quotes, line breaks, separators.</summary>
internal static class RandomTables
{
    private const double MaximumWhole = 1L << 53;

    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("a", "b", " padded ", "say \"hi\"", "two\nlines", "two\r\nlines", "x,y;z\t|", "NA", "?", "null", "1", "true", "naïve 🎲", "\"", "\r"),
        Gen.String[Gen.Char['\u0020', '\u00ff'], 1, 8]);

    private static readonly Gen<double> Whole = Gen.OneOf(Gen.Long[-9, 9], Gen.Long[-(1L << 53), 1L << 53]).Select(value => (double)value);

    private static readonly Gen<double> Instant =
        Gen.OneOf(Gen.Long[-62135596800000, 253402300799999], Gen.Long[1_600_000_000_000, 1_600_000_900_000]).Select(
            value => (double)value);

    private static readonly Gen<double> Real = Gen.OneOf(
        Gen.Double, Gen.Double[-1, 1], Gen.OneOf(0.0, -0.0, 0.1, 1e300, double.MaxValue, double.Epsilon, MaximumWhole * 4, double.NaN, double.PositiveInfinity, double.NegativeInfinity));

    /// <summary>Tables of 0 to 30 rows and 1 to 6 columns.</summary>
    public static readonly Gen<Table> All =
        from rows in Gen.Int[0, 30]
        from columns in Gen.Enum<ColumnKind>().SelectMany(kind => Column(kind, rows)).Array[1, 6]
        select new Table([.. columns.Select((column, index) => column.As(column.Schema with { Name = $"c{index} {column.Schema.Kind}" }))]);

    /// <summary>Fails unless two tables have the same schema and, bit by bit, the same values.</summary>
    public static void AssertEqual(Table expected, Table actual)
    {
        Assert.Equal(expected.Schema, actual.Schema);
        Assert.Equal(expected.Rows, actual.Rows);
        foreach (var (first, second) in expected.Columns.Zip(actual.Columns))
        {
            Assert.Equal(Values(first), Values(second));
        }
    }

    private static IEnumerable<object?> Values(Column column) => column switch
    {
        NumberColumn numbers => numbers.Values.ToArray().Select(value => (object?)Bits(value)),
        NameColumn names => Enumerable.Range(0, names.Rows).Select(row => (object?)names[row]),
        _ => throw new ArgumentException(column.Name),
    };

    private static long Bits(double value) =>
        BitConverter.DoubleToInt64Bits(double.IsNaN(value) && !Number.IsMissing(value) ? double.NaN : value);

    private static Gen<Column> Column(ColumnKind kind, int rows)
    {
        var schema = new ColumnSchema("", kind);
        return kind switch
        {
            ColumnKind.Categorical or ColumnKind.Text => Gen.Null(Name).Array[rows].Select(values => (Column)NameColumn.From(schema, values)),
            ColumnKind.Numeric => Numbers(schema, Real, rows),
            ColumnKind.Integer => Numbers(schema, Whole, rows),
            ColumnKind.Datetime => Numbers(schema, Instant, rows),
            _ => Numbers(schema, Gen.Bool.Select(value => value ? 1.0 : 0.0), rows),
        };
    }

    private static Gen<Column> Numbers(ColumnSchema schema, Gen<double> value, int rows) =>
        Gen.Frequency((5, value), (1, Gen.Const(Number.Missing))).Array[rows].Select(values => (Column)new NumberColumn(schema, values));
}
