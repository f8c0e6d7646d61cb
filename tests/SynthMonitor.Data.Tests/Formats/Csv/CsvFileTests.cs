using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Formats.Csv;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("x,y\n1,a\n2,b\n")]
    [InlineData("x;y\n1;a\n2;b\n")]
    [InlineData("x\ty\n1\ta\n2\tb\n")]
    [InlineData("x|y\n1|a\n2|b\n")]
    [InlineData("x;\"y\"\n1;\"a\"\n2;b\n")]
    public void Separators_are_found_out(string text)
    {
        var table = Read(text);
        Assert.Equal(["x", "y"], table.Columns.Select(column => column.Name));
        Assert.Equal([1, 2], ((NumberColumn)table["x"]).Values.ToArray());
    }

    [Fact]
    public void Commas_in_text_do_not_make_columns()
    {
        var table = Read("name;age\nSmith, John;41\nDoe, Jane;17\nMadonna;60\n");
        Assert.Equal("Smith, John", ((NameColumn)table["name"])[0]);
        Assert.Equal(3, Read("text\n\"a,b\"\n\"c\"\n\"d;e\"\n").Rows);
    }

    [Theory]
    [InlineData("", "line 1: no text; expected a header line with the names of the columns")]
    [InlineData("x,y\n1,2\n1\n", "line 3, column 2: 1 cells; expected 2 as in the header")]
    [InlineData("x,y\n1,2\n\n1,2,3\n", "line 4, column 3: 3 cells; expected 2 as in the header")]
    [InlineData("x,y,x\n1,2,3\n", "line 1, column 3: the name 'x' of column 1 again; expected a name of its own")]
    public void Bad_files_are_refused_with_line_and_column(string text, string message) => Fails(text, message);

    [Fact]
    public void A_wrong_separator_is_named() =>
        Fails("x,y\n1,2\n", "line 1: one column, separated by ';'; expected the separator ','", new TableReadOptions { Separator = ';' });

    [Fact]
    public void A_value_that_does_not_fit_a_given_kind_is_refused_with_its_place()
    {
        void Kind(ColumnKind kind, string value, string message, string? format = null) => Fails(
            $"id,x\n1,\n2,{value}\n", $"line 3, column x: {message}", new TableReadOptions { Overrides = SchemaOverrides.Of(new ColumnOverride("x", kind, Format: format)) });
        Kind(ColumnKind.Numeric, "abc", "'abc'; expected a number");
        Kind(ColumnKind.Integer, "1.5", "'1.5'; expected a whole number of at most 2^53 in magnitude");
        Kind(ColumnKind.Integer, "9007199254740993", "'9007199254740993'; expected a whole number of at most 2^53 in magnitude");
        Kind(ColumnKind.Integer, "NaN", "'NaN'; expected a whole number of at most 2^53 in magnitude");
        Kind(ColumnKind.Boolean, "2", "'2'; expected 'false' or 'true'");
        Kind(ColumnKind.Boolean, "1", "'1'; expected 'no' or 'yes'", "no|yes");
        Kind(ColumnKind.Datetime, "yesterday", "'yesterday'; expected an instant in ISO 8601 such as 2024-01-31T12:00:00Z");
        Kind(ColumnKind.Datetime, "2024-01-31", "'2024-01-31'; expected an instant written as dd.MM.yyyy", "dd.MM.yyyy");
    }

    [Fact]
    public void Unknown_columns_are_named_all_at_once_with_what_may_have_been_meant()
    {
        var overrides = SchemaOverrides.Of(
            new ColumnOverride("incmoe", Role: ColumnRole.Target), new ColumnOverride("zzz", ColumnKind.Text));
        using var folder = new TemporaryFolder();
        var path = folder.Write("t.csv", "income,age\n1,2\n");
        Assert.Equal(
            [$"{path}: there is no column 'incmoe'; expected perhaps 'income'", $"{path}: there is no column 'zzz'; expected one of income, age"],
            Assert.Throws<InputException>(() => TableFile.Read(path, new TableReadOptions { Overrides = overrides })).Errors);
    }

    [Fact]
    public void A_schema_of_another_table_is_followed_as_far_as_the_file_goes()
    {
        var schema = new Schema(
            [new ColumnSchema("x", ColumnKind.Categorical, ColumnRole.Segment), new ColumnSchema("gone", ColumnKind.Numeric)]);
        var table = Read("x,new\n1,2\n", new TableReadOptions { Overrides = SchemaOverrides.From(schema) });
        Assert.Equal([schema[0], new ColumnSchema("new", ColumnKind.Integer)], table.Schema.Columns);
    }

    [Fact]
    public void Common_markers_are_missing_among_numbers_and_stay_among_names()
    {
        var table = Read("x,y,z\n1,NA,?\nNA,a,2024-01-01\n?,,null\nnull,?,2024-01-02\nNaN,n/a,\n", new TableReadOptions());
        var x = (NumberColumn)table["x"];
        Assert.Equal([false, true, true, true, false], Enumerable.Range(0, 5).Select(x.IsMissing));
        Assert.True(double.IsNaN(x.Values[4]));
        Assert.Equal(["NA", "a", null, "?", "n/a"], Enumerable.Range(0, 5).Select(row => ((NameColumn)table["y"])[row]));
        Assert.Equal(ColumnKind.Datetime, table["z"].Schema.Kind);
        Assert.Equal([true, false, true, false, true], Enumerable.Range(0, 5).Select(table["z"].IsMissing));
    }

    [Fact]
    public void Named_markers_replace_the_common_ones_in_every_column()
    {
        var table = Read("x,y\n1,-\n-,a\n", new TableReadOptions { MissingMarkers = ["-"] });
        Assert.True(table["x"].IsMissing(1) && table["y"].IsMissing(0));
        Assert.Equal(ColumnKind.Integer, table["x"].Schema.Kind);
        Assert.Equal(ColumnKind.Categorical, Read("x\n1\nNA\n", new TableReadOptions { MissingMarkers = ["-"] })["x"].Schema.Kind);
    }

    [Fact]
    public void Numbers_beyond_doubles_are_infinite_and_columns_without_a_name_are_numbered()
    {
        var table = Read(",x\n1,1e400\n2,-1e400\n3, 1.5 \n");
        Assert.Equal(["column1", "x"], table.Columns.Select(column => column.Name));
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, 1.5], ((NumberColumn)table["x"]).Values.ToArray());
    }

    [Fact]
    public void Constant_empty_and_rowless_columns_are_read()
    {
        var table = Read("constant,empty\n7,\n7,\n");
        Assert.Equal([ColumnKind.Integer, ColumnKind.Numeric], table.Schema.Columns.Select(column => column.Kind));
        Assert.All(Enumerable.Range(0, 2), row => Assert.True(table["empty"].IsMissing(row)));
        Assert.Equal((0, 2), (Read("x,y\n").Rows, Read("x,y\n").Columns.Length));
    }

    private static Table Read(string text, TableReadOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        return TableFile.Read(folder.Write("t.csv", text), options);
    }

    private static void Fails(string text, string message, TableReadOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t.csv", text);
        Assert.Equal($"{path}, {message}", Assert.Throws<InputException>(() => TableFile.Read(path, options)).Message);
    }
}
