using System.Text;
using System.Text.Json;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Ingest.Json;

namespace SynthMonitor.Tests.Ingest.Json;

/// <summary>Single feature fields: their raw value, their code, and what counts as a fault.</summary>
public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-2e3", -2000.0)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"Infinity\"", double.PositiveInfinity)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    public void Numbers_are_taken_as_they_are(string json, double expected)
    {
        var (row, codes) = Read(ColumnKind.Numeric, json);
        Assert.Equal(expected, row.Numbers[0]);
        Assert.Equal(0, row.Faults);
        Assert.Equal(((NumberCodes)codes).Encode(expected), row.Codes[0]);
        Assert.False(Number.IsMissing(row.Numbers[0]));
    }

    [Theory]
    [InlineData(ColumnKind.Numeric, "\"1.5\"")]
    [InlineData(ColumnKind.Numeric, "true")]
    [InlineData(ColumnKind.Numeric, "[1]")]
    [InlineData(ColumnKind.Numeric, "{\"x\":{\"y\":1}}")]
    [InlineData(ColumnKind.Integer, "1.5")]
    [InlineData(ColumnKind.Integer, "9007199254740993")]
    [InlineData(ColumnKind.Integer, "-9007199254740993")]
    [InlineData(ColumnKind.Integer, "123456789012345678901234567890")]
    [InlineData(ColumnKind.Integer, "\"7\"")]
    [InlineData(ColumnKind.Datetime, "\"yesterday\"")]
    [InlineData(ColumnKind.Datetime, "{}")]
    [InlineData(ColumnKind.Boolean, "2")]
    [InlineData(ColumnKind.Boolean, "\"maybe\"")]
    [InlineData(ColumnKind.Boolean, "[true]")]
    [InlineData(ColumnKind.Categorical, "[\"a\"]")]
    [InlineData(ColumnKind.Categorical, "{\"a\":\"a\"}")]
    public void A_wrong_type_is_missing_and_a_fault(ColumnKind kind, string json)
    {
        var (row, _) = Read(kind, json);
        Assert.Equal((1, Code.Missing), (row.Faults, row.Codes[0]));
        Assert.True(kind == ColumnKind.Categorical ? row.Names[0] is null : Number.IsMissing(row.Numbers[0]));
    }

    [Theory]
    [InlineData(ColumnKind.Numeric)]
    [InlineData(ColumnKind.Integer)]
    [InlineData(ColumnKind.Datetime)]
    [InlineData(ColumnKind.Boolean)]
    [InlineData(ColumnKind.Categorical)]
    public void Null_is_missing_and_no_fault(ColumnKind kind)
    {
        var (row, _) = Read(kind, "null");
        Assert.Equal((0, Code.Missing), (row.Faults, row.Codes[0]));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("-7.0", -7)]
    [InlineData("1e2", 100)]
    [InlineData("9007199254740992", 9007199254740992)]
    public void Whole_numbers_are_taken_however_they_are_written(string json, double expected)
    {
        var (row, _) = Read(ColumnKind.Integer, json);
        Assert.Equal((expected, 0), (row.Numbers[0], row.Faults));
    }

    [Theory]
    [InlineData("true", null, 1)]
    [InlineData("false", null, 0)]
    [InlineData("1", null, 1)]
    [InlineData("0.0", null, 0)]
    [InlineData("\"true\"", null, 1)]
    [InlineData("\"Y\"", "N|Y", 1)]
    [InlineData("\"N\"", "N|Y", 0)]
    public void Booleans_come_as_such_as_digits_or_in_the_columns_own_texts(string json, string? format, double expected)
    {
        var (row, _) = Read(ColumnKind.Boolean, json, format);
        Assert.Equal((expected, 0), (row.Numbers[0], row.Faults));
        Assert.True(row.Codes[0] >= Code.First);
    }

    [Theory]
    [InlineData("\"2024-01-01T00:00:01+01:00\"", 1704063601000)]
    [InlineData("1704063601000", 1704063601000)]
    [InlineData("1704063601", 1704063601000)]
    public void Instants_become_milliseconds(string json, double expected)
    {
        var (row, _) = Read(ColumnKind.Datetime, json);
        Assert.Equal((expected, 0), (row.Numbers[0], row.Faults));
    }

    [Theory]
    [InlineData("\"a\"", "a", true)]
    [InlineData("\"\\u0061\"", "a", true)]
    [InlineData("\"new\"", "new", false)]
    [InlineData("\"\"", "", false)]
    [InlineData("7", "7", true)]
    [InlineData("true", "true", false)]
    public void Names_come_as_text_or_as_the_text_of_a_literal(string json, string expected, bool isKnown)
    {
        var (row, _) = Read(ColumnKind.Categorical, json);
        Assert.Equal((expected, 0), (row.Names[0], row.Faults));
        Assert.Equal(isKnown, row.Codes[0] != Code.Unseen);
    }

    [Fact]
    public void A_text_that_is_not_coded_keeps_its_raw_value()
    {
        var schema = new ColumnSchema("t", ColumnKind.Text);
        var table = new Table([NameColumn.From(schema, ["p", "q"])]);
        var row = new FeatureRow(0, 0, 1);
        var text = new string('x', 5000);
        Run(FieldReader.For(schema, CodebookFitter.Fit(table), 0), $"\"{text}\"", row);
        Assert.Equal(text, row.Names[0]);
    }

    private static (FeatureRow Row, ColumnCodes Codes) Read(ColumnKind kind, string json, string? format = null)
    {
        var schema = new ColumnSchema("f", kind, Format: format);
        Column column = kind == ColumnKind.Categorical
            ? NameColumn.From(schema, Enumerable.Range(0, 90).Select(row => row % 3 == 0 ? "a" : row % 3 == 1 ? "b" : "7"))
            : new NumberColumn(schema, [.. Enumerable.Range(0, 90).Select(row => (double)(row % 2))]);
        var codebook = CodebookFitter.Fit(new Table([column]));
        var row = new FeatureRow(1, 1, 1);
        row.Clear();
        Run(FieldReader.For(schema, codebook, 0), json, row);
        return (row, codebook.Columns[0]);
    }

    private static void Run(FieldReader field, string json, FeatureRow row)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes($"[{json},\"next\"]"));
        reader.Read();
        reader.Read();
        field.Read(ref reader, row);
        Assert.True(reader.Read());
        Assert.True(reader.ValueTextEquals("next"), "the reader is not on the value's last token");
    }
}
