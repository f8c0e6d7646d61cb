using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Demo.Streams;

namespace SynthMonitor.Tests.Demo.Streams;

public sealed class TargetExpressionTests
{
    private static readonly Table Flights = new(
    [
        new NumberColumn(new("delay", ColumnKind.Numeric), [14, 15, 16, Number.Missing, double.NaN, -3]),
        new NumberColumn(new("cancelled", ColumnKind.Boolean, Format: "N|Y"), [0, 1, 1, Number.Missing, 0, 1]),
        new NumberColumn(new("day", ColumnKind.Datetime), [.. Enumerable.Range(0, 6).Select(day => 1_704_067_200_000.0 + day)]),
        new NumberColumn(new("flag", ColumnKind.Integer), [0, 1, 1, 0, 1, 1]),
        NameColumn.From(new("income", ColumnKind.Categorical), ["<=50K", ">50K", "<=50K", null, "<=50K", ">50K"]),
        NameColumn.From(new("carrier", ColumnKind.Categorical), ["AA", "CO", "XE", "AA", null, "AA"]),
        NameColumn.From(new("odd>name", ColumnKind.Categorical), ["a", "b", "b", "b", "b", "b"]),
    ]);

    [Theory]
    [InlineData("delay>15", "delay>15", "no no yes ? ? no")]
    [InlineData("delay>=15", "delay>=15", "no yes yes ? ? no")]
    [InlineData("delay<15", "delay<15", "yes no no ? ? yes")]
    [InlineData("delay <= 15", "delay<=15", "yes yes no ? ? yes")]
    [InlineData("delay=16", "delay=16", "no no yes ? ? no")]
    [InlineData("delay!=-3", "delay!=-3", "yes yes yes ? ? no")]
    [InlineData("cancelled=Y", "cancelled=Y", "no yes yes ? no yes")]
    [InlineData("day>2024-01-01", "day>2024-01-01", "no yes yes yes yes yes")]
    [InlineData("flag>0.5", "flag>0.5", "no yes yes no yes yes")]
    [InlineData("income=>50K", "income=>50K", "no yes no ? no yes")]
    [InlineData("income!=>50K", "income!=>50K", "yes no yes ? yes no")]
    [InlineData("carrier=AA", "carrier=AA", "yes no no yes ? yes")]
    public void Comparisons_make_two_classes(string text, string name, string expected)
    {
        var (column, positive, negative) = Apply(text);

        Assert.Equal(name, column.Name);
        Assert.Equal(ColumnKind.Categorical, column.Schema.Kind);
        Assert.Equal(ColumnRole.Target, column.Schema.Role);
        Assert.Equal(("yes", "no"), (positive, negative));
        Assert.Equal(expected, string.Join(" ", Enumerable.Range(0, column.Rows).Select(row => column[row] ?? "?")));
    }

    [Theory]
    [InlineData("flag", "1", "0")]
    [InlineData("cancelled", "Y", "N")]
    [InlineData("income", ">50K", "<=50K")]
    [InlineData("odd>name", "a", "b")]
    public void A_column_of_two_classes_is_taken_as_it_is(string text, string positive, string negative)
    {
        var target = Apply(text);

        Assert.Equal(text, target.Column.Name);
        Assert.Equal((positive, negative), (target.Positive, target.Negative));
        Assert.All(
            Enumerable.Range(0, Flights.Rows),
            row => Assert.Equal(Flights[text].IsMissing(row), target.Column.IsMissing(row)));
    }

    [Theory]
    [InlineData("delay>soon", "flights.csv, column delay: 'delay>soon' compares with 'soon'; expected a number")]
    [InlineData("cancelled=1", "flights.csv, column cancelled: 'cancelled=1' compares with '1'; expected 'N' or 'Y'")]
    [InlineData("carrier<B", "flights.csv, column carrier: 'carrier<B' compares names by size; expected = or != for a column of names")]
    [InlineData("carrier", "flights.csv, column carrier: target 'carrier' has 3 classes (AA, CO, XE); expected two classes, or a ")]
    [InlineData("delay>99", "flights.csv, column delay: target 'delay>99' has 1 classes (no); expected two classes, or a ")]
    [InlineData("arrival>15", "flights.csv: target 'arrival>15' is no column; expected a column, or a comparison such as COLUMN>15: one of ")]
    [InlineData("carier", "flights.csv: target 'carier' is no column; expected a column, or a comparison such as COLUMN>15: perhaps 'carrier'")]
    [InlineData("delay~15", "flights.csv: target 'delay~15' is no column; expected a column, or a comparison such as ")]
    [InlineData("", "flights.csv: target '' is no column; expected a column, or a comparison such as ")]
    public void Errors_say_what_was_found_and_expected(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<InputException>(() => Apply(text)).Message, StringComparison.Ordinal);

    private static (NameColumn Column, string Positive, string Negative) Apply(string text) =>
        TargetExpression.Parse(text, Flights.Schema, "flights.csv").Apply(Flights, "flights.csv");
}
