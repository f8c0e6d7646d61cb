using System.Text.Json;
using SynthMonitor.Commands;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Commands.Check;

public sealed class CheckBlocksTests : IDisposable
{
    private static readonly string[] Budget = ["--false-alarms", "1 per 200 blocks"];
    private readonly SampleFiles files = new();

    [Fact]
    public async Task A_step_change_is_one_alarm_with_its_rows_and_columns()
    {
        var run = await Check(files.Loans("new.csv", 3000, 2, shift: 6, from: 1200), "--block", "100", "--json", "-");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(3000, run.Json.GetProperty("rows").GetInt32());
        Assert.Equal(30, run.Json.GetProperty("blocks").GetInt32());
        Assert.Equal(100, run.Json.GetProperty("blockRows").GetInt32());
        Assert.Equal(0.005, run.Json.GetProperty("threshold").GetProperty("falseAlarmsPerBlock").GetDouble());
        var alarm = Assert.Single(run.Json.GetProperty("alarms").EnumerateArray());
        Assert.Equal("drift", alarm.GetProperty("kind").GetString());
        Assert.InRange(alarm.GetProperty("row").GetInt32(), 1200, 1499);
        Assert.Equal(99, alarm.GetProperty("row").GetInt32() % 100);
        Assert.Equal(alarm.GetProperty("row").GetInt32() / 100, alarm.GetProperty("block").GetInt32());
        Assert.InRange(alarm.GetProperty("onsetRow").GetInt32(), 1100, 1300);
        Assert.True(alarm.GetProperty("scale").GetInt32() >= 1);
        Assert.False(alarm.TryGetProperty("resolvedRow", out _));
        var first = alarm.GetProperty("columns")[0];
        Assert.Contains(first.GetProperty("name").GetString(), new[] { "income", "score" });
        Assert.True(first.GetProperty("share").GetDouble() > 0.2);
        Assert.Equal(JsonValueKind.Number, first.GetProperty("effect").ValueKind);
    }

    [Fact]
    public async Task A_change_that_ends_is_resolved()
    {
        var changed = await File.ReadAllLinesAsync(files.Loans("a.csv", 1000, 3, shift: 6, from: 400), TestContext.Current.CancellationToken);
        var usual = await File.ReadAllLinesAsync(files.Loans("b.csv", 2000, 4), TestContext.Current.CancellationToken);
        var run = await Check(files.Write("new.csv", string.Join('\n', [.. changed, .. usual.Skip(1)]) + "\n"), "--block", "100", "--json", "-");
        var alarm = Assert.Single(run.Json.GetProperty("alarms").EnumerateArray());
        Assert.InRange(alarm.GetProperty("resolvedRow").GetInt32(), 1000, 2999);
    }

    [Fact]
    public async Task Rows_like_the_reference_raise_nothing()
    {
        var run = await Check(files.Loans("new.csv", 3000, 5), "--block", "100", "--fail-on", "drift");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("no alarm in 3,000 rows", run.Output);
    }

    [Fact]
    public async Task Rebase_takes_the_next_rows_as_the_reference()
    {
        var run = await Check(files.Loans("new.csv", 4000, 6, shift: 6, from: 500), "--block", "100", "--after-alarm", "rebase", "--json", "-", "--fail-on");
        Assert.Equal(ExitCode.Negative, run.ExitCode);
        var alarm = Assert.Single(run.Json.GetProperty("alarms").EnumerateArray());
        Assert.Equal(alarm.GetProperty("row").GetInt32() + 1000, alarm.GetProperty("resolvedRow").GetInt32());
    }

    [Fact]
    public async Task Rebase_says_when_too_few_rows_are_left()
    {
        var run = await Check(files.Loans("new.csv", 1500, 7, shift: 6, from: 700), "--block", "100", "--after-alarm", "rebase");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("too few for the next reference of 1,000", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Spans_cut_by_the_time_column()
    {
        var run = await Check(files.Loans("new.csv", 2880, 8, shift: 6, from: 1440), "--block", "2h", "--json", "-");
        Assert.Equal(24, run.Json.GetProperty("blocks").GetInt32());
        Assert.Equal(120, run.Json.GetProperty("blockRows").GetInt32());
        Assert.InRange(Assert.Single(run.Json.GetProperty("alarms").EnumerateArray()).GetProperty("block").GetInt32(), 12, 14);
    }

    [Fact]
    public async Task Windows_are_written_as_a_table()
    {
        var path = files.Path("windows.csv");
        await Check(files.Loans("new.csv", 1020, 9), "--block", "100", "--windows", path);
        var table = TableFile.Read(path);

        // Windows of 1 and 2 blocks, of 3 columns; the first block ends no window of 2.
        Assert.Equal((((2 * 10) - 1) * 3) + 1, table.Rows);
        Assert.Equal(["block", "row", "rows", "score", "threshold", "alarm", "column"], table.Schema.Columns.Take(7).Select(column => column.Name));
        Assert.True(table["score"].IsMissing(table.Rows - 1));
    }

    [Theory]
    [InlineData("--block 0", "--block '0'")]
    [InlineData("--block 100 --false-alarms seldom", "'seldom'")]
    [InlineData("--after-alarm rebase", "--after-alarm needs --block")]
    [InlineData("--block 100 --after-alarm forget", "forget")]
    [InlineData("--block 100 --fail-on pass", "pass")]
    public async Task Bad_options_are_bad_usage(string options, string found)
    {
        var run = await Check(files.Loans("new.csv", 100, 1), options.Split(' '));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(found, Assert.Single(run.ErrorLines));
    }

    private async Task<CommandRun> Check(string current, params string[] options)
    {
        await CommandRun.Of(
            "profile", files.Loans("reference.csv", 1000, 1), "--out", files.Path("r.smref"), "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        return await CommandRun.Of([
            "check", "--reference", files.Path("r.smref"), "--current", current, .. options, .. options.Contains("--false-alarms") || !options.Contains("--block") ? [] : Budget]);
    }

    public void Dispose() => files.Dispose();
}
