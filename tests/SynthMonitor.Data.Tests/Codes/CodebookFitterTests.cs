using CsCheck;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Codes;

public sealed class CodebookFitterTests
{
    private static NumberCodes Fit(ColumnKind kind, CodebookOptions? options, params double[] values) =>
        (NumberCodes)CodebookFitter.Fit(new Table([new NumberColumn(new ColumnSchema("x", kind), values)]), options).Columns[0];

    private static NameCodes Fit(CodebookOptions? options, params string?[] values) =>
        (NameCodes)CodebookFitter.Fit(new Table([NameColumn.From(new ColumnSchema("x", ColumnKind.Categorical), values)]), options).Columns[0];

    [Fact]
    public void Few_whole_numbers_are_atoms_without_gaps()
    {
        var codes = Fit(ColumnKind.Integer, null, 3, 1, 2, 2, 1);
        Assert.Equal([1, 2, 3], codes.Upper);
        Assert.All(Enumerable.Range(0, 3), cell => Assert.True(codes.IsAtom(cell)));
        Assert.Equal(["1", "2", "3"], Enumerable.Range(0, 3).Select(cell => codes.Describe((byte)(Code.First + cell))));
    }

    [Fact]
    public void Distant_whole_numbers_have_an_empty_cell_between_them()
    {
        var codes = Fit(ColumnKind.Integer, null, 1, 1, 10);
        Assert.Equal([1, 9, 10], codes.Upper);
        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(codes.IsAtom));
        Assert.Equal("2 … 9", codes.Describe(Code.First + 1));
    }

    [Fact]
    public void Few_real_numbers_are_atoms_that_hold_one_double()
    {
        var codes = Fit(ColumnKind.Numeric, null, 0.5, -1, 0.5);
        Assert.Equal([-1, Math.BitDecrement(0.5), 0.5], codes.Upper);
        Assert.True(codes.IsAtom(0) && codes.IsAtom(2) && !codes.IsAtom(1));
    }

    [Fact]
    public void A_frequent_value_among_many_is_an_atom()
    {
        var values = Enumerable.Range(1, 900).Select(i => i / 1000.0).Concat(Enumerable.Repeat(0.25005, 100)).ToArray();
        var codes = Fit(ColumnKind.Numeric, new CodebookOptions(NumberCells: 10), values);
        var cell = codes.Encode(0.25005) - Code.First;
        Assert.True(codes.IsAtom(cell));
        Assert.Equal(10, codes.Cells);
        Assert.NotEqual(codes.Encode(0.25), codes.Encode(0.251));
    }

    [Fact]
    public void Continuous_values_are_cut_into_equal_masses()
    {
        var codes = Fit(
            ColumnKind.Numeric, new CodebookOptions(NumberCells: 8), [.. Enumerable.Range(0, 800).Select(i => Math.Exp(i / 100.0))]);
        var counts = new int[codes.Count];
        foreach (var i in Enumerable.Range(0, 800))
        {
            counts[codes.Encode(Math.Exp(i / 100.0))]++;
        }

        Assert.Equal(Enumerable.Repeat(100, 8), counts[Code.First..]);
    }

    [Fact]
    public void Constant_and_all_missing_columns_are_fitted()
    {
        var constant = Fit(ColumnKind.Numeric, null, 7, 7, Number.Missing);
        Assert.Equal([7], constant.Upper);
        Assert.True(constant.IsAtom(0));
        var missing = Fit(ColumnKind.Numeric, null, Number.Missing, Number.Missing);
        Assert.Equal(0, missing.Cells);
        Assert.Equal(
            [Code.Missing, Code.NotANumber, Code.Below, Code.Above], new[] { Number.Missing, double.NaN, -1, 1 }.Select(missing.Encode));
        Assert.Equal(0, Fit(null, null, null).Cells);
        Assert.Equal(0, Fit(ColumnKind.Integer, null).Cells);
    }

    [Fact]
    public void Infinities_define_no_bounds()
    {
        var codes = Fit(ColumnKind.Numeric, null, double.NegativeInfinity, 1, 2, double.PositiveInfinity, double.NaN);
        Assert.Equal(1, codes.Minimum);
        Assert.Equal(2, codes.Upper[^1]);
        Assert.Equal([Code.Below, Code.Above], new[] { double.NegativeInfinity, double.PositiveInfinity }.Select(codes.Encode));
    }

    [Fact]
    public void A_boolean_always_has_two_atoms()
    {
        foreach (var codes in new[] { Fit(ColumnKind.Boolean, null, 1, 1), Fit(ColumnKind.Boolean, null, 0, 1), Fit(ColumnKind.Boolean, null) })
        {
            Assert.Equal(2, codes.Cells);
            Assert.True(codes.IsAtom(0) && codes.IsAtom(1));
            Assert.Equal([Code.First, Code.First + 1], new byte[] { codes.Encode(0), codes.Encode(1) });
        }
    }

    [Fact]
    public void Names_are_ordered_by_falling_frequency_and_the_rarer_share_a_cell()
    {
        var codes = Fit(new CodebookOptions(NameCells: 3), "d", "c", "b", "b", "c", "a", "c", null);
        Assert.Equal(["c", "b"], codes.Names);
        Assert.Equal(["a", "d"], codes.Others);
        Assert.Equal("(other)", codes.Describe(codes.Encode("d")));
        Assert.Equal(Code.Unseen, codes.Encode("e"));
        Assert.Equal(["c", "b", "a", "d"], Fit(new CodebookOptions(NameCells: 4), "d", "c", "b", "b", "c", "a", "c").Names);
    }

    [Fact]
    public void Only_coded_columns_are_fitted()
    {
        var table = new Table(
        [
            new NumberColumn(new ColumnSchema("id", ColumnKind.Integer, ColumnRole.Key), [1, 2]),
            NameColumn.From(new ColumnSchema("note", ColumnKind.Text), ["a", "b"]),
            new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2]),
            new NumberColumn(new ColumnSchema("y", ColumnKind.Boolean, ColumnRole.Target), [0, 1]),
        ]);
        Assert.Equal(["x", "y"], CodebookFitter.Fit(table).Columns.Select(codes => codes.Name));
    }

    [Theory]
    [InlineData(1, 64, 0.02)]
    [InlineData(252, 64, 0.02)]
    [InlineData(32, 1, 0.02)]
    [InlineData(32, 64, -1)]
    public void Options_out_of_range_are_refused(int numberCells, int nameCells, double atomShare) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CodebookFitter.Fit(new Table([]), new CodebookOptions(numberCells, nameCells, atomShare)));

    [Fact]
    public void Cells_tile_the_range_within_the_budget_and_do_not_depend_on_the_order_of_rows()
    {
        var value = Gen.OneOf(Gen.Double[-3, 3], Gen.Int[-4, 4].Select(i => (double)i), Gen.Const(0.0), Gen.Const(double.NaN), Gen.Double);
        Gen.Select(value.Array[0, 300], Gen.Int[2, 40], Gen.Double[0, 0.2], Gen.Bool).Sample((values, cells, share, whole) =>
        {
            values = whole ? [.. values.Select(v => Math.Abs(v) < 1e15 ? Math.Round(v) : double.NaN)] : values;
            var kind = whole ? ColumnKind.Integer : ColumnKind.Numeric;
            var options = new CodebookOptions(cells, AtomShare: share);
            var codes = Fit(kind, options, values);
            Assert.True(codes.Cells <= cells);
            Assert.Equal(codes, Fit(kind, options, [.. values.Reverse()]));
            Assert.Equal(codes.Upper.Order().Distinct(), codes.Upper);
            foreach (var finite in values.Where(double.IsFinite))
            {
                var cell = codes.Encode(finite) - Code.First;
                Assert.InRange(cell, 0, codes.Cells - 1);
                Assert.True(codes.Lower(cell) < finite && finite <= codes.Upper[cell]);
            }

            var needed = values.Where(double.IsFinite).Select(v => v + 0.0).Distinct().Count();
            Assert.True(codes.Cells >= Math.Min(needed, 1));
        });
    }
}
