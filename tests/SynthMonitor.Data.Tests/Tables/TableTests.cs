using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Tables;

public sealed class TableTests
{
    [Fact]
    public void A_slice_and_the_rest_appended_are_the_table() => Gen.Select(RandomTables.All, Gen.Int[0, 30]).Sample((table, at) =>
    {
        at = Math.Min(at, table.Rows);
        RandomTables.AssertEqual(table, table.Slice(0, at).Append(table.Slice(at, int.MaxValue)));
    });

    [Fact]
    public void Rows_are_taken_in_the_order_given_and_more_than_once()
    {
        var table = Example().Take([2, 0, 0]);
        Assert.Equal([3, 1, 1], ((NumberColumn)table["x"]).Values.ToArray());
        Assert.Equal([null, "a", "a"], Enumerable.Range(0, 3).Select(row => ((NameColumn)table["y"])[row]));
    }

    [Fact]
    public void Columns_are_replaced_added_and_left_out()
    {
        var table = Example();
        var x = new NumberColumn(new ColumnSchema("x", ColumnKind.Integer), [7, 8, 9]);
        var z = new NumberColumn(new ColumnSchema("z", ColumnKind.Integer), [7, 8, 9]);
        Assert.Equal(["x", "y", "z"], table.With(x).With(z).Columns.Select(column => column.Name));
        Assert.Same(x, table.With(x)["x"]);
        Assert.Equal(["y"], table.Without("x", "no").Columns.Select(column => column.Name));
        Assert.Null(table.Find("z"));
        Assert.Throws<KeyNotFoundException>(() => table["z"]);
    }

    [Fact]
    public void Columns_of_different_length_or_of_the_wrong_storage_are_refused()
    {
        var x = new NumberColumn(new ColumnSchema("z", ColumnKind.Integer), [1]);
        Assert.Throws<ArgumentException>(() => Example().With(x));
        Assert.Throws<ArgumentException>(() => new NumberColumn(new ColumnSchema("z", ColumnKind.Text), [1]));
        Assert.Throws<ArgumentException>(() => NameColumn.From(new ColumnSchema("z", ColumnKind.Integer), ["1"]));
        Assert.Throws<ArgumentException>(() => x.As(new ColumnSchema("z", ColumnKind.Categorical)));
    }

    [Fact]
    public void Missing_is_not_the_same_as_not_a_number()
    {
        Assert.True(Number.IsMissing(Number.Missing));
        Assert.False(Number.IsMissing(double.NaN) || Number.IsMissing(0.0 / 0.0 * -1) || Number.IsMissing(0));
    }

    private static Table Example() => new(
    [
        new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2, 3]),
        NameColumn.From(new ColumnSchema("y", ColumnKind.Categorical), ["a", "b", null]),
    ]);
}
