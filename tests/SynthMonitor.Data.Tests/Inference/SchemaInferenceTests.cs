using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Inference;

public sealed class SchemaInferenceTests
{
    [Theory]
    [InlineData(ColumnKind.Integer, "1", "-2", "+3", "")]
    [InlineData(ColumnKind.Integer, "0", "1")]
    [InlineData(ColumnKind.Integer, "9007199254740992")]
    [InlineData(ColumnKind.Text, "9007199254740993", "1")]
    [InlineData(ColumnKind.Numeric, "1", "2.0")]
    [InlineData(ColumnKind.Numeric, "1", "NaN")]
    [InlineData(ColumnKind.Numeric, "1.5", "12345678901234567890")]
    [InlineData(ColumnKind.Numeric, "", "")]
    [InlineData(ColumnKind.Numeric, "NA", "?")]
    [InlineData(ColumnKind.Boolean, "True", "false", "NA")]
    [InlineData(ColumnKind.Categorical, "yes", "no")]
    [InlineData(ColumnKind.Categorical, "true", "false", "maybe")]
    [InlineData(ColumnKind.Categorical, "007", "123")]
    [InlineData(ColumnKind.Categorical, "1", "2", "x")]
    [InlineData(ColumnKind.Datetime, "2024-01-31", "2024-01-31T12:00:00Z", "?")]
    [InlineData(ColumnKind.Categorical, "2024-01-31", "2024-02-30")]
    public void Kinds_fit_every_value(ColumnKind expected, params string[] values) => Assert.Equal(expected, Infer("x", values).Kind);

    [Theory]
    [InlineData(null, "true", "false")]
    [InlineData("False|True", "True", "False")]
    [InlineData("FALSE|TRUE", "FALSE")]
    [InlineData("yyyy-MM-dd", "2024-01-31")]
    [InlineData(null, "2024-01-31", "2024-01-31 12:00")]
    public void Formats_are_kept(string? expected, params string[] values) => Assert.Equal(expected, Infer("x", values).Format);

    [Fact]
    public void Names_that_repeat_are_categories_and_others_are_text()
    {
        string[] Names(int values, int different) => [.. Enumerable.Range(0, values).Select(i => $"n{i % different}")];
        Assert.Equal(ColumnKind.Categorical, Infer("x", Names(20, 20)).Kind);
        Assert.Equal(ColumnKind.Text, Infer("x", Names(21, 21)).Kind);
        Assert.Equal(ColumnKind.Categorical, Infer("x", Names(1000, 200)).Kind);
        Assert.Equal(ColumnKind.Text, Infer("x", Names(1000, 201)).Kind);
        Assert.Equal(ColumnKind.Categorical, Infer("x", Names(50_000, 10_000)).Kind);
        Assert.Equal(ColumnKind.Text, Infer("x", Names(60_000, 10_001)).Kind);
    }

    [Theory]
    [InlineData("id", ColumnKind.Text)]
    [InlineData("customer_id", ColumnKind.Text)]
    [InlineData("PassengerId", ColumnKind.Text)]
    [InlineData("row ID", ColumnKind.Text)]
    [InlineData("paid", ColumnKind.Integer)]
    [InlineData("grid", ColumnKind.Integer)]
    [InlineData("amount", ColumnKind.Integer)]
    public void Different_numbers_are_identifiers_if_the_column_says_so(string name, ColumnKind expected)
    {
        Assert.Equal(expected, Infer(name, "17", "4", "99").Kind);
        Assert.Equal(ColumnKind.Integer, Infer(name, "17", "4", "17").Kind);
        Assert.Equal(expected == ColumnKind.Text ? expected : ColumnKind.Categorical, Infer(name, "a", "b").Kind);
    }

    [Fact]
    public void Numbers_that_could_hardly_all_differ_by_chance_are_identifiers()
    {
        string[] Every(int step, int count) => [.. Enumerable.Range(0, count).Select(i => $"{(long)i * 7919 % count * step}")];
        Assert.Equal(ColumnKind.Text, Infer("x", Every(1, 1000)).Kind);
        Assert.Equal(ColumnKind.Text, Infer("x", Every(70, 1000)).Kind);
        Assert.Equal(ColumnKind.Integer, Infer("x", Every(75, 1000)).Kind);
        Assert.Equal(ColumnKind.Integer, Infer("x", Every(1, 99)).Kind);
    }

    [Theory]
    [InlineData(ColumnRole.Target)]
    [InlineData(ColumnRole.Score)]
    [InlineData(ColumnRole.Time)]
    public void Numbers_with_a_role_that_needs_numbers_stay_numbers(ColumnRole role) =>
        Assert.Equal(new ColumnSchema("id", ColumnKind.Integer, role), Infer("id", new ColumnOverride("id", Role: role), "1", "2", "3"));

    [Fact]
    public void What_a_person_says_goes_first() => Assert.Equal(
        new ColumnSchema("x", ColumnKind.Categorical, ColumnRole.Segment),
        Infer("x", new ColumnOverride("x", ColumnKind.Categorical, ColumnRole.Segment), "1", "2"));

    private static ColumnSchema Infer(string name, params string[] values) => Infer(name, null, values);

    private static ColumnSchema Infer(string name, ColumnOverride? known, params string[] values)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t.csv", $"{name},y\n{string.Concat(values.Select(value => $"{value},0\n"))}");
        var overrides = known is null ? SchemaOverrides.None : SchemaOverrides.Of(known);
        return TableFile.Read(path, new TableReadOptions { Overrides = overrides })[name].Schema;
    }
}
