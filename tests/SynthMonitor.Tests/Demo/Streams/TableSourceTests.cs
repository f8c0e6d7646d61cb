using CsCheck;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;

namespace SynthMonitor.Tests.Demo.Streams;

public sealed class TableSourceTests
{
    private static readonly Table Flights = new(
    [
        new NumberColumn(new("distance", ColumnKind.Numeric), [1, 2, 3, 4, 5]),
        new NumberColumn(new("taxi", ColumnKind.Numeric), [9, 9, 9, 9, 9]),
        new NumberColumn(new("delay", ColumnKind.Numeric), [14, 15, Number.Missing, 16, 17]),
        NameColumn.From(new("remark", ColumnKind.Text), ["a", "b", "c", "d", "e"]),
    ]);

    [Fact]
    public void Yields_labelled_rows_in_order_with_the_derived_target_in_place_of_its_column()
    {
        var source = TableSource.Open(Flights, "delay>15", ["taxi"], null);
        var rows = source.Read(10);

        Assert.Equal(["distance", "remark", "delay>15"], source.Schema.Columns.Select(column => column.Name));
        Assert.Equal(source.Schema, rows.Schema);
        Assert.Equal("delay>15", source.Schema.WithRole(ColumnRole.Target)?.Name);
        Assert.Equal([1.0, 2, 4, 5], ((NumberColumn)rows["distance"]).Values.ToArray());
        Assert.Equal([false, false, true, true], Labels.Of(rows, source.Target, source.Positive));
        Assert.Equal(4, source.Rows);
        Assert.Equal(1, source.SkippedRows);
        Assert.Equal(0, source.Read(10).Rows);
    }

    [Fact]
    public void The_target_replaces_one_that_the_schema_named_before()
    {
        var schema = Flights.Schema.SetRole("taxi", ColumnRole.Target);
        var source = TableSource.Open(Flights.As(schema), "delay>15", [], null);

        Assert.Equal(ColumnRole.Ignored, source.Schema[source.Schema.IndexOf("taxi")].Role);
        Assert.Equal("delay>15", source.Schema.WithRole(ColumnRole.Target)?.Name);
    }

    [Theory]
    [InlineData("6 6 7 ? 8", ColumnRole.Time)]
    [InlineData("6 5 7 8 9", ColumnRole.Feature)]
    public void Datetimes_that_never_go_back_are_the_time(string days, ColumnRole role)
    {
        var values = days.Split(' ').Select(day => day == "?" ? Number.Missing : int.Parse(day) * 86_400_000.0);
        var source = TableSource.Open(Flights.With(new NumberColumn(new("day", ColumnKind.Datetime), [.. values])), "delay>15", [], null);

        Assert.Equal(role, source.Schema[source.Schema.IndexOf("day")].Role);
    }

    [Fact]
    public void Portions_do_not_matter() => Gen.Int[1, 3].List[5].Sample(portions =>
    {
        var source = TableSource.Open(Flights, "delay>15", [], null);
        var distances = portions.SelectMany(portion => ((NumberColumn)source.Read(portion)["distance"]).Values.ToArray());
        Assert.Equal([1.0, 2, 4, 5], distances);
    });

    [Theory]
    [InlineData("delay>15", "taxy", "f.csv, column taxy: no such column to ignore; expected perhaps 'taxi'")]
    [InlineData("delay>15", "distance taxi", "f.csv: no column is left as a feature; expected at least one besides the target")]
    public void Errors_say_what_was_found_and_expected(string target, string ignored, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => TableSource.Open(Flights, target, ignored.Split(' '), "f.csv")).Message);
}
