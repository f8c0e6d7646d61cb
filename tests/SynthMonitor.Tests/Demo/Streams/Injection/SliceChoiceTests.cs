using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams.Injection;

namespace SynthMonitor.Tests.Demo.Streams.Injection;

public sealed class SliceChoiceTests
{
    private const int Rows = 100;
    private static readonly bool[] Labels = [.. Enumerable.Range(0, Rows).Select(row => row % 4 == 0)];

    [Fact]
    public void The_name_nearest_to_the_middle_of_the_wish_is_taken()
    {
        var table = new Table([Names("a", ("x", 70), ("y", 30)), Names("b", ("p", 45), ("q", 38), ("r", 17)), Numbers("n")]);

        Assert.Equal("b in q", SliceChoice.Choose(table, Labels, 0.3, 0.5)?.ToString());
        Assert.Equal("b in r", SliceChoice.Choose(table, Labels, 0.08, 0.25)?.ToString());
    }

    [Fact]
    public void Where_no_single_name_will_do_the_fewest_are_put_together()
    {
        var table = new Table(
        [
            Names("a", [.. Enumerable.Range(0, 20).Select(name => ($"x{name:D2}", 5))]),
            Names("b", [.. Enumerable.Range(0, 5).Select(name => ($"y{name}", 20))]),
        ]);

        Assert.Equal("b in y0, y1", SliceChoice.Choose(table, Labels, 0.3, 0.5)?.ToString());
    }

    [Fact]
    public void Without_such_names_the_upper_end_of_the_strongest_number_is_taken()
    {
        var strong = new NumberColumn(new("strong", ColumnKind.Numeric), [.. Strong()]);
        var table = new Table([Names("a", ("x", 99), ("y", 1)), Numbers("weak"), strong]);

        Assert.Equal("strong ≥ 181", SliceChoice.Choose(table, Labels, 0.3, 0.5)?.ToString());

        static IEnumerable<double> Strong() => Enumerable.Range(0, Rows).Select(row => Labels[row] ? 200.0 + row : 100 + row);
    }

    [Fact]
    public void Nothing_is_chosen_where_nothing_can_be_cut_so()
    {
        var table = new Table(
        [
            Names("a", ("x", 99), ("y", 1)),
            new NumberColumn(new("n", ColumnKind.Numeric), [.. Enumerable.Range(0, Rows).Select(row => row < 5 ? 1.0 : 0)]),
            new NumberColumn(new("absent", ColumnKind.Numeric), [.. Enumerable.Repeat(Number.Missing, Rows)]),
        ]);

        Assert.Null(SliceChoice.Choose(table, Labels, 0.3, 0.5));
    }

    private static NameColumn Names(string column, params (string Name, int Rows)[] names) =>
        NameColumn.From(new(column, ColumnKind.Categorical), names.SelectMany(entry => Enumerable.Repeat(entry.Name, entry.Rows)));

    private static NumberColumn Numbers(string column) =>
        new(new(column, ColumnKind.Numeric), [.. Enumerable.Range(0, Rows).Select(row => row * 37 % 100.0)]);
}
