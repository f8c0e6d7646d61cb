using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Formats.Csv;

public sealed class CsvWriterTests
{
    [Fact]
    public void Only_what_needs_quotes_has_them()
    {
        Assert.Equal(
            "\"a,b\",x,t,f\n\"say \"\"hi\"\"\",0.1,2024-01-31T00:00:00Z,no\n padded ,,1969-12-31T23:59:59.999Z,yes\n,Infinity,,\n\"two\nlines\",1E+300,,\n",
            Written(
                NameColumn.From(new ColumnSchema("a,b", ColumnKind.Categorical), ["say \"hi\"", " padded ", null, "two\nlines"]),
                new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [0.1, Number.Missing, double.PositiveInfinity, 1e300]),
                new NumberColumn(new ColumnSchema("t", ColumnKind.Datetime), [1_706_659_200_000, -1, Number.Missing, Number.Missing]),
                new NumberColumn(new ColumnSchema("f", ColumnKind.Boolean, Format: "no|yes"), [0, 1, Number.Missing, Number.Missing])));
    }

    [Fact]
    public void Whole_numbers_have_no_exponent() =>
        Assert.Equal("x\n9007199254740992\n", Written(new NumberColumn(new ColumnSchema("x", ColumnKind.Integer), [9007199254740992])));

    [Fact]
    public void An_empty_cell_alone_in_its_row_is_quoted() =>
        Assert.Equal("x\n\"\"\n1\n", Written(new NumberColumn(new ColumnSchema("x", ColumnKind.Integer), [Number.Missing, 1])));

    [Fact]
    public void A_format_that_holds_a_comma_is_quoted() => Assert.Equal(
        "t,x\n\"Wed, 31.01.2024\",1\n",
        Written(
            new NumberColumn(new ColumnSchema("t", ColumnKind.Datetime, Format: "ddd, dd.MM.yyyy"), [1_706_659_200_000]),
            new NumberColumn(new ColumnSchema("x", ColumnKind.Integer), [1])));

    private static string Written(params Column[] columns)
    {
        using var folder = new TemporaryFolder();
        TableFile.Write(folder.File("t.csv"), new Table([.. columns]), TestContext.Current.CancellationToken);
        return File.ReadAllText(folder.File("t.csv"));
    }
}
