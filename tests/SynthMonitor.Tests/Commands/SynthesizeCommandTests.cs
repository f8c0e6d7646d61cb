using SynthMonitor.Commands;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Commands;

public sealed class SynthesizeCommandTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Makes_rows_that_meet_the_conditions()
    {
        var run = await CommandRun.Of(
            "synthesize", files.Loans("loans.csv", 600, 1), "--rows", "200", "--out", files.Path("s.csv"), "--target", "approved",
            "--where", "income=50..55", "--where", "region=N,S");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("200 rows", run.Output);
        var table = TableFile.Read(files.Path("s.csv"));
        Assert.Equal(200, table.Rows);
        Assert.Equal(["id", "ts", "income", "region", "score", "approved"], table.Schema.Columns.Select(column => column.Name));
        var (income, region) = ((NumberColumn)table["income"], (NameColumn)table["region"]);
        Assert.All(income.Values.ToArray(), value => Assert.InRange(value, 50, 55));
        Assert.All(Enumerable.Range(0, 200), row => Assert.Contains(region[row], new[] { "N", "S" }));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_also_from_a_saved_generator()
    {
        var data = files.Loans("loans.csv", 400, 1);
        await CommandRun.Of("synthesize", data, "--rows", "50", "--out", files.Path("a.csv"), "--seed", "7", "--save", files.Path("g.smgen"));
        await CommandRun.Of("synthesize", data, "--rows", "50", "--out", files.Path("b.csv"), "--seed", "7", "--threads", "1");
        await CommandRun.Of("synthesize", "--from", files.Path("g.smgen"), "--rows", "50", "--out", files.Path("c.csv"), "--seed", "7");
        await CommandRun.Of("synthesize", "--from", files.Path("g.smgen"), "--rows", "50", "--out", files.Path("d.csv"), "--seed", "8");
        var first = await File.ReadAllBytesAsync(files.Path("a.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(first, await File.ReadAllBytesAsync(files.Path("b.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(first, await File.ReadAllBytesAsync(files.Path("c.csv"), TestContext.Current.CancellationToken));
        Assert.NotEqual(first, await File.ReadAllBytesAsync(files.Path("d.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Fills_the_empty_cells_of_given_rows()
    {
        var partial = files.Write("partial.csv", "income,region,approved\n55.5,,\n,N,1\n41.25,S,0\n");
        var run = await CommandRun.Of("synthesize", files.Loans("loans.csv", 400, 1), "--complete", partial, "--out", files.Path("f.csv"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var table = TableFile.Read(files.Path("f.csv"));
        Assert.Equal((3, 6), (table.Rows, table.Columns.Length));
        Assert.Equal([55.5, 41.25], new[] { 0, 2 }.Select(row => ((NumberColumn)table["income"]).Values[row]));
        Assert.All(table.Columns, column => Assert.All(Enumerable.Range(0, 3), row => Assert.False(column.IsMissing(row))));
    }

    [Fact]
    public async Task Rows_obey_a_constraint_that_the_data_obey()
    {
        var data = files.Loans("loans.csv", 400, 1);
        var run = await CommandRun.Of("synthesize", data, "--rows", "300", "--out", files.Path("s.csv"), "--constraint", "income > 39 + score");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        run = await CommandRun.Of("synthesize", data, "--rows", "300", "--out", files.Path("t.csv"), "--constraint", "income <= score");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("400 of 400 training rows break it", Assert.Single(run.ErrorLines));
        Assert.False(File.Exists(files.Path("t.csv")));
    }

    [Fact]
    public async Task Constant_target_is_bad_input()
    {
        var data = files.Write("one.csv", "a,b\n" + string.Concat(Enumerable.Range(0, 80).Select(row => $"{row % 7},yes\n")));
        var run = await CommandRun.Of("synthesize", data, "--rows", "5", "--target", "b", "--out", files.Path("s.csv"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("the same value in every row", Assert.Single(run.ErrorLines));
        Assert.False(File.Exists(files.Path("s.csv")));
    }

    [Fact]
    public async Task Too_few_rows_for_trees_are_noted()
    {
        var run = await CommandRun.Of("synthesize", files.Loans("loans.csv", 60, 1), "--rows", "10", "--out", files.Path("s.csv"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("fewer than two leaves", Assert.Single(run.ErrorLines));
        Assert.Contains("by marginals", run.Output);
    }

    [Theory]
    [InlineData("--rows 0", "--rows 0: expected a whole number of at least 1")]
    [InlineData("--rows many", "--rows many: expected a whole number")]
    [InlineData("--rows 5 --generator gan", "--generator gan: expected tree or cart or")]
    [InlineData("--rows 5 --seed -1", "--seed -1: expected a whole number of at least 0")]
    [InlineData("--rows 5 --from g", "expected either DATA or --from")]
    [InlineData("--rows 5 --constraint income<score", "constraint 'income<score'")]
    [InlineData("--rows 5 --complete g", "expected either --rows or --complete")]
    [InlineData("--seed 5", "expected either --rows or --complete")]
    [InlineData("--rows 5 --where incme=3", "'incme'")]
    [InlineData("--rows 5 --where income=9..3", "income=9..3")]
    [InlineData("--rows 5 --target aproved", "'approved'")]
    public async Task Bad_options_are_bad_usage(string options, string found)
    {
        var run = await CommandRun.Of(["synthesize", files.Loans("loans.csv", 200, 1), "--out", files.Path("s.csv"), .. options.Split(' ')]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(found, run.ErrorLines[0]);
        Assert.False(File.Exists(files.Path("s.csv")));
    }

    public void Dispose() => files.Dispose();
}
