using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.EdgeCases;

namespace SynthMonitor.Synthesis.Tests.EdgeCases;

public sealed class HighErrorSlicePlannerTests
{
    [Fact]
    public void Slice_in_which_the_model_errs_is_found()
    {
        var rows = MixedTable.Of(4000);
        var price = ((NumberColumn)rows["price"]).Values.ToArray();
        var city = (NameColumn)rows["city"];
        bool IsBad(int row) => city[row] is "Cork" or "Dublin" && price[row] > 32;
        var errors = Errors(rows.Rows, row => IsBad(row) ? 0.6 : 0.1);

        var found = HighErrorSlicePlanner.Find(rows, errors);

        Assert.NotEmpty(found);
        var inside = Enumerable.Range(0, rows.Rows).Where(row => found[0].Conditions.Matches(rows, row)).ToList();
        var bad = Enumerable.Range(0, rows.Rows).Count(IsBad);
        Assert.True(inside.Count(IsBad) > 0.7 * inside.Count, found[0].Reason);
        Assert.True(inside.Count(IsBad) > 0.4 * bad, found[0].Reason);
        Assert.DoesNotContain("label", found[0].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_that_depend_on_nothing_give_no_slice()
    {
        var found = Enumerable.Range(0, 20).Count(seed =>
            HighErrorSlicePlanner.Find(MixedTable.Of(1500, (ulong)seed), Errors(1500, _ => 0.2, (ulong)seed)).Count > 0);
        Assert.InRange(found, 0, 2);
    }

    [Fact]
    public void Missing_values_can_be_the_slice()
    {
        var rows = MixedTable.Of(4000);
        var errors = Errors(rows.Rows, row => rows["members"].IsMissing(row) ? 0.7 : 0.1);
        var found = HighErrorSlicePlanner.Find(rows, errors);
        Assert.StartsWith("errors:members=", found[0].Name, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, rows.Rows), row => Assert.Equal(rows["members"].IsMissing(row), found[0].Conditions.Matches(rows, row)));
    }

    [Fact]
    public void Too_few_rows_or_constant_errors_give_no_slice()
    {
        Assert.Empty(HighErrorSlicePlanner.Find(MixedTable.Of(50), new double[50]));
        Assert.Empty(HighErrorSlicePlanner.Find(MixedTable.Of(1000), new double[1000]));
        var withoutFeatures = MixedTable.Of(1000).Without("city", "price", "members", "discount", "since", "active");
        Assert.Empty(HighErrorSlicePlanner.Find(withoutFeatures, new double[1000]));
    }

    [Fact]
    public void Errors_must_be_one_for_each_row_and_from_0_to_1()
    {
        Assert.Throws<ArgumentException>(() => HighErrorSlicePlanner.Find(MixedTable.Of(10), new double[9]));
        Assert.Throws<ArgumentException>(() => HighErrorSlicePlanner.Find(MixedTable.Of(2), [0, 1.5]));
        Assert.Throws<ArgumentException>(() => HighErrorSlicePlanner.Find(MixedTable.Of(2), [0, double.NaN]));
    }

    private static double[] Errors(int rows, Func<int, double> rate, ulong seed = 0) =>
        [.. Enumerable.Range(0, rows).Select(row => new KeyedRandom(seed, (ulong)row, 99).NextDouble() < rate(row) ? 1.0 : 0.0)];
}
