using System.Text;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Formats.JsonLines;

public sealed class JsonLinesFileTests
{
    [Fact]
    public void Nested_objects_are_flattened_and_what_a_line_lacks_is_missing()
    {
        var table = Read("{\"a\":1,\"b\":{\"c\":\"x\",\"d\":{\"e\":true}}}\n\n{\"a\":null,\"f\":2.5,\"b\":{}}\r\n{\"b\":{\"c\":\"y\"}}");
        Assert.Equal(["a", "b.c", "b.d.e", "f"], table.Columns.Select(column => column.Name));
        Assert.Equal(
            [ColumnKind.Integer, ColumnKind.Categorical, ColumnKind.Boolean, ColumnKind.Numeric],
            table.Schema.Columns.Select(column => column.Kind));
        Assert.Equal([1, Number.Missing, Number.Missing], ((NumberColumn)table["a"]).Values.ToArray());
        Assert.Equal(["x", null, "y"], Enumerable.Range(0, 3).Select(row => ((NameColumn)table["b.c"])[row]));
        Assert.Equal([Number.Missing, 2.5, Number.Missing], ((NumberColumn)table["f"]).Values.ToArray());
    }

    [Fact]
    public void Strings_are_no_numbers_but_for_what_JSON_has_no_numbers_for()
    {
        var table = Read(
            "{\"code\":\"007\",\"x\":\"NaN\",\"t\":\"2024-01-31T00:00:00+01:00\"}\n{\"code\":\"12\",\"x\":1e400,\"t\":\"2024-01-31\"}\n");
        Assert.Equal([ColumnKind.Categorical, ColumnKind.Numeric, ColumnKind.Datetime], table.Schema.Columns.Select(column => column.Kind));
        Assert.Equal([double.NaN, double.PositiveInfinity], ((NumberColumn)table["x"]).Values.ToArray());
        Assert.Equal([1_706_655_600_000, 1_706_659_200_000], ((NumberColumn)table["t"]).Values.ToArray());
    }

    [Fact]
    public void Escapes_byte_order_marks_and_long_lines_are_read()
    {
        var longName = new string('ä', 100_000);
        var table = Read($"\uFEFF{{\"x\":\"\\u00e4\\n\"}}\n{{\"x\":\"{longName}\"}}");
        Assert.Equal(["ä\n", longName], ((NameColumn)table["x"]).Names);
    }

    [Theory]
    [InlineData("", "line 1: no text; expected a JSON object on each line")]
    [InlineData("{\"a\":1}\n{\"a\":}\n", "line 2, column 6: text that is not JSON; expected a JSON object")]
    [InlineData("{\"a\":1}\n\n{\"a\":1", "line 3, column 7: text that is not JSON; expected a JSON object")]
    [InlineData("{\"a\":1} {\"a\":1}", "line 1, column 9: text that is not JSON; expected a JSON object")]
    [InlineData("[1]", "line 1: a JSON array; expected a JSON object")]
    [InlineData("{\"a\":{\"b\":[1]}}", "line 1, column a.b: an array; expected a value or an object")]
    [InlineData("{\"a\":{\"b\":1},\"a.b\":2}", "line 1, column a.b: the name again; expected a name once in an object")]
    [InlineData("{\"a\":1}\n{\"a\":\"x\"}", "line 2, column a: 'x'; expected a number", "a")]
    public void Bad_files_are_refused_with_line_and_column(string text, string message, string? numeric = null)
    {
        var overrides = numeric is null ? SchemaOverrides.None : SchemaOverrides.Of(new ColumnOverride(numeric, ColumnKind.Numeric));
        Fails(Encoding.UTF8.GetBytes(text), message, new TableReadOptions { Overrides = overrides });
    }

    [Fact]
    public void Deep_nesting_and_bytes_that_are_not_UTF_8_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70);
        Fails(Encoding.UTF8.GetBytes(deep), "line 1, column 321: text that is not JSON; expected a JSON object");
        Fails([.. "{\"a\":\""u8, 0xE4, .. "\"}"u8], "line 1: a string that is not UTF-8; expected UTF-8 text");
    }

    private static Table Read(string text)
    {
        using var folder = new TemporaryFolder();
        return TableFile.Read(folder.Write("t.jsonl", text));
    }

    private static void Fails(byte[] text, string message, TableReadOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("t.jsonl"), text);
        Assert.Equal(
            $"{folder.File("t.jsonl")}, {message}",
            Assert.Throws<InputException>(() => TableFile.Read(folder.File("t.jsonl"), options)).Message);
    }
}
