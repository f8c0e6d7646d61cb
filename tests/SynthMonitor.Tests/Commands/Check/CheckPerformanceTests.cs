using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands.Check;

public sealed class CheckPerformanceTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Labels_that_turn_round_raise_a_performance_alarm()
    {
        var run = await Check(files.Loans("new.csv", 3000, 2, flip: 1500));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var alarm = Assert.Single(run.Json.GetProperty("alarms").EnumerateArray());
        Assert.Equal("performance", alarm.GetProperty("kind").GetString());
        Assert.InRange(alarm.GetProperty("row").GetInt32(), 1500, 1799);
        Assert.InRange(alarm.GetProperty("onsetRow").GetInt32(), 1400, 1600);
        Assert.InRange(alarm.GetProperty("errorRate").GetProperty("before").GetDouble(), 0.15, 0.35);
        Assert.InRange(alarm.GetProperty("errorRate").GetProperty("since").GetDouble(), 0.65, 0.85);
        Assert.Equal(0, alarm.GetProperty("columns").GetArrayLength());
    }

    [Fact]
    public async Task Scores_that_are_no_probabilities_and_labels_that_are_not_two_are_bad_input()
    {
        var text = await File.ReadAllTextAsync(files.Loans("new.csv", 200, 2), TestContext.Current.CancellationToken);
        var run = await Check(files.Write("scores.csv", text.Replace(",score,", ",old,").Replace("id,", "score,").Replace("\nr", "\n")));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("column score", run.ErrorLines[^1]);

        run = await Check(files.Write("labels.csv", text.Replace(",1\n", ",2\n")));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("column approved: the labels 0, 2", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Score_and_label_need_each_other()
    {
        var run = await CommandRun.Of("check", "--reference", "r", "--current", "c", "--block", "5", "--score", "s");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(["--score and --label need each other"], run.ErrorLines);
    }

    public void Dispose() => files.Dispose();

    private async Task<CommandRun> Check(string current)
    {
        await CommandRun.Of("profile", files.Loans("reference.csv", 1000, 1), "--out", files.Path("r.smref"), "--target", "approved", "--key", "id", "--time", "ts");
        return await CommandRun.Of(
            "check", "--reference", files.Path("r.smref"), "--current", current, "--block", "100", "--false-alarms", "1 per 200 blocks",
            "--score", "score", "--label", "approved", "--json", "-");
    }
}
