using CsCheck;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Tests.Tables;

public sealed class TableFileTests
{
    public static readonly TheoryData<string> Extensions = [".csv", ".csv.gz", ".parquet", ".jsonl", ".jsonl.gz"];

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Random_tables_come_back(string extension)
    {
        using var folder = new TemporaryFolder();
        var next = 0;
        RandomTables.All.Where(table => table.Rows > 0 || !extension.StartsWith(".jsonl", StringComparison.Ordinal)).Sample(table =>
        {
            var path = folder.File($"{Interlocked.Increment(ref next)}{extension}");
            TableFile.Write(path, table, TestContext.Current.CancellationToken);
            var read = TableFile.Read(path, new TableReadOptions { Overrides = SchemaOverrides.From(table.Schema) });
            RandomTables.AssertEqual(table, read);
            File.Delete(path);
        }, iter: 40);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Inferred_kinds_are_those_written(string extension)
    {
        using var folder = new TemporaryFolder();
        var table = new Table(
        [
            new NumberColumn(new ColumnSchema("numeric", ColumnKind.Numeric), [1.5, double.NaN, Number.Missing, double.PositiveInfinity]),
            new NumberColumn(new ColumnSchema("integer", ColumnKind.Integer), [1, -7, Number.Missing, 1]),
            new NumberColumn(new ColumnSchema("boolean", ColumnKind.Boolean), [0, 1, Number.Missing, 1]),
            NameColumn.From(new ColumnSchema("name", ColumnKind.Categorical), ["a", "b,\"c\"", null, "two\nlines"]),
            new NumberColumn(new ColumnSchema("time", ColumnKind.Datetime), [0, 1_700_000_000_123, Number.Missing, -1]),
            NameColumn.From(new ColumnSchema("row_id", ColumnKind.Text), ["u", "v", null, "x"]),
            new NumberColumn(new ColumnSchema("nested.missing", ColumnKind.Numeric), [Number.Missing, Number.Missing, Number.Missing, Number.Missing]),
        ]);
        TableFile.Write(folder.File("t" + extension), table, TestContext.Current.CancellationToken);
        RandomTables.AssertEqual(table, TableFile.Read(folder.File("t" + extension)));
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Cancelled_writing_leaves_the_old_file_and_nothing_else(string extension)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t" + extension, "old");
        var table = new Table([new NumberColumn(new ColumnSchema("x", ColumnKind.Numeric), [1, 2])]);
        Assert.ThrowsAny<OperationCanceledException>(() => TableFile.Write(path, table, new CancellationToken(canceled: true)));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Progress_is_told_and_cancellation_heeded()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("t.csv", "x\n" + string.Concat(Enumerable.Repeat("1\n", 10_000)));
        using var source = new CancellationTokenSource();
        var rows = new List<long>();
        var progress = new Recorder(count =>
        {
            rows.Add(count);
            source.Cancel();
        });
        Assert.Throws<OperationCanceledException>(
            () => TableFile.Read(path, new TableReadOptions { Progress = progress, CancellationToken = source.Token }));
        Assert.Equal([4096], rows);
    }

    [Fact]
    public void Files_that_cannot_be_used_are_named()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("d.csv"));
        void Fails(string name, string message) =>
            Assert.Equal($"{folder.File(name)}: {message}", Assert.Throws<InputException>(() => TableFile.Read(folder.File(name))).Message);
        Fails("a.csv", "no such file; expected a file");
        Fails("a.parquet", "no such file; expected a file");
        Fails("d.csv", "a folder; expected a file");
        Fails("a.xlsx", "the extension '.xlsx'; expected .csv, .csv.gz, .parquet, .jsonl or .jsonl.gz");
        Fails("a.parquet.gz", "the extension '.gz'; expected .csv, .csv.gz, .parquet, .jsonl or .jsonl.gz");
        folder.Write("b.csv.gz", "x,y\n1,2\n");
        Assert.StartsWith(
            $"{folder.File("b.csv.gz")}: not a gzip file",
            Assert.Throws<InputException>(() => TableFile.Read(folder.File("b.csv.gz"))).Message);
        folder.Write("b.parquet", "x,y\n1,2\n");
        Assert.StartsWith(
            $"{folder.File("b.parquet")}: not a Parquet file",
            Assert.Throws<InputException>(() => TableFile.Read(folder.File("b.parquet"))).Message);
        Assert.Throws<InputException>(
            () => TableFile.Write(folder.File("no/such/folder.csv"), new Table([]), TestContext.Current.CancellationToken));
        Assert.Throws<InputException>(() => TableFile.Write(folder.File("d.csv"), new Table([]), TestContext.Current.CancellationToken));
        Assert.Throws<InputException>(() => TableFile.Write(folder.File("d.txt"), new Table([]), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_truncated_gzip_file_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.csv.gz");
        TableFile.Write(path, new Table([NameColumn.From(new ColumnSchema("x", ColumnKind.Categorical), Enumerable.Range(0, 5000).Select(i => $"{i * i % 9973}"))]), TestContext.Current.CancellationToken);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);
        Assert.Throws<InputException>(() => TableFile.Read(path));
    }

    private sealed class Recorder(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
