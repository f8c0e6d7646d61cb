using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Derived;

namespace SynthMonitor.Drift.Tests.Derived;

public class RowStandardizerTests
{
    private static readonly Table Rows = new(
    [
        Column("x", [1, 2, 3, 4, 5]),
        Column("constant", [7, 7, 7, 7, 7]),
        Column("target", [0, 1, 0, 1, 0], ColumnRole.Target),
        NameColumn.From(new ColumnSchema("name", ColumnKind.Categorical), ["a", "b", "a", "b", "a"]),
        Column("y", [10, Number.Missing, 30, double.PositiveInfinity, 20]),
    ]);

    [Fact]
    public void Features_of_numbers_that_vary_are_taken()
    {
        var fitted = RowStandardizer.Fit(Rows, 10);
        Assert.Equal(["x", "y"], fitted.Names);
        Assert.Equal([3, 20], fitted.Means);
        Assert.Equal([Math.Sqrt(2.5), 10], fitted.Deviations);
        Assert.Equal(["x"], RowStandardizer.Fit(Rows, 1).Names);
    }

    [Fact]
    public void Vectors_are_deviations_from_the_mean_and_what_is_missing_is_at_it()
    {
        var vectors = RowStandardizer.Fit(Rows, 10).Vectors(Rows);
        Assert.Equal([-1, 0, 1, 20, 0], vectors.Where((_, place) => place % 2 == 1));
        Assert.Equal(0, vectors.Where((_, place) => place % 2 == 0).Sum(), 12);
        Assert.Equal(4, vectors.Where((_, place) => place % 2 == 0).Sum(value => value * value), 12);
    }

    [Fact]
    public void Nothing_lies_beyond_twenty_deviations_and_a_column_that_is_lacking_is_at_its_mean()
    {
        var far = new Table([Column("x", [1e300, -1e300, double.NaN])]);
        Assert.Equal([20, 0, -20, 0, 0, 0], RowStandardizer.Fit(Rows, 10).Vectors(far));
    }

    private static NumberColumn Column(string name, double[] values, ColumnRole role = ColumnRole.Feature) => new(new ColumnSchema(name, ColumnKind.Numeric, role), values);
}
