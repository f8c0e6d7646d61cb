using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Tables;

[Trait("Category", "Golden")]
public sealed class RealTableTests
{
    [Fact]
    public void Adult()
    {
        var table = Read("fidelity-2023/adult_trn.csv.gz");
        Assert.Equal(24421, table.Rows);
        var integers = new[] { "age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week" };
        Assert.All(table.Schema.Columns, column =>
            Assert.Equal(integers.Contains(column.Name) ? ColumnKind.Integer : ColumnKind.Categorical, column.Kind));
        Assert.Contains("?", ((NameColumn)table["workclass"]).Names);
    }

    [Fact]
    public void Online_shoppers()
    {
        var table = Read("fidelity-2023/online-shoppers_trn.csv.gz");
        Assert.Equal(6165, table.Rows);
        Assert.Equal(new ColumnSchema("Weekend", ColumnKind.Boolean, Format: "False|True"), table["Weekend"].Schema);
        Assert.Equal(ColumnKind.Boolean, table["Revenue"].Schema.Kind);
        Assert.Equal(ColumnKind.Numeric, table["Administrative_Duration"].Schema.Kind);
        Assert.Equal(ColumnKind.Integer, table["Browser"].Schema.Kind);
        Assert.Equal(ColumnKind.Categorical, table["Month"].Schema.Kind);
    }

    [Fact]
    public void Flights()
    {
        var table = Read("tabular/hflights.csv.gz");
        Assert.Equal((227496, 19), (table.Rows, table.Columns.Length));
        Assert.Equal(new ColumnSchema("FlightDate", ColumnKind.Datetime, Format: "yyyy-MM-dd"), table["FlightDate"].Schema);
        Assert.All(
            ["UniqueCarrier", "TailNum", "Origin", "Dest", "CancellationCode"],
            name => Assert.Equal(ColumnKind.Categorical, table[name].Schema.Kind));
        Assert.Equal(13, table.Columns.Count(column => column.Schema.Kind == ColumnKind.Integer));
        Assert.Equal(251073, table.Columns.Sum(column => Enumerable.Range(0, column.Rows).Count(column.IsMissing)));
        var codebook = CodebookFitter.Fit(table);
        var codes = codebook.Encode(table);
        Assert.All(Enumerable.Range(0, codes.Columns), column =>
            Assert.DoesNotContain(Enumerable.Range(1, 4), guard => codes[column].Contains((byte)guard)));
    }

    [Fact]
    public void Financial_transactions()
    {
        // One of the dates is 29 February 2022, so they are no datetimes until a person says so.
        const string File = "tabular/financial_transactions.csv.gz";
        Assert.Equal(
            [ColumnKind.Text, ColumnKind.Categorical, ColumnKind.Numeric, ColumnKind.Categorical, ColumnKind.Categorical, ColumnKind.Text],
            Read(File).Schema.Columns.Select(column => column.Kind));
        var overrides = SchemaOverrides.Of(new ColumnOverride("date", ColumnKind.Datetime));
        var exception = Assert.Throws<InputException>(
            () => TableFile.Read(SharedFolder.Data(File), new TableReadOptions { Overrides = overrides }));
        Assert.EndsWith(", column date: '2022-02-29'; expected an instant in ISO 8601 such as 2024-01-31T12:00:00Z", exception.Message);
    }

    [Fact]
    public void The_other_sets()
    {
        Assert.All(Read("streams/elec.csv.gz").Schema.Columns, column =>
            Assert.Equal(column.Name == "class" ? ColumnKind.Integer : ColumnKind.Numeric, column.Kind));
        Assert.All(Read("tabular/mammography.csv.gz").Schema.Columns, column =>
            Assert.Equal(column.Name == "class" ? ColumnKind.Integer : ColumnKind.Numeric, column.Kind));
        Assert.Equal(ColumnKind.Categorical, Read("tabular/abalone.csv.gz")["Sex"].Schema.Kind);
        Assert.Equal(9, Read("tabular/us-adult-income.csv.gz").Columns.Count(column => column.Schema.Kind == ColumnKind.Categorical));
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".parquet")]
    [InlineData(".jsonl.gz")]
    public void Written_and_read_again_it_is_the_same(string extension)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "fidelity-2023/online-shoppers_trn.csv.gz", "tabular/financial_transactions.csv.gz" })
        {
            var table = Read(name);
            TableFile.Write(folder.File("t" + extension), table, TestContext.Current.CancellationToken);
            var read = TableFile.Read(folder.File("t" + extension));
            Assert.Equal(table.Schema.Columns.Select(column => column.Kind), read.Schema.Columns.Select(column => column.Kind));
            RandomTables.AssertEqual(table, read.As(table.Schema));
        }
    }

    private static Table Read(string file) => TableFile.Read(SharedFolder.Data(file));
}
