using SynthMonitor.Commands;
using SynthMonitor.Learning.Models;

namespace SynthMonitor.Tests.Commands.Learning;

public sealed class TournamentCommandTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Labels_that_turned_round_promote_a_challenger()
    {
        var run = await Hold(files.Loans("recent.csv", 1200, 2, flip: 0), "--out", files.Path("next.model"), "--json", "-", "--fail-on", "reject");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("promote", run.Json.GetProperty("verdict").GetString());
        Assert.Equal("concept", run.Json.GetProperty("diagnosis").GetProperty("kind").GetString());
        var winner = run.Json.GetProperty("winner").GetString();
        var recipe = run.Json.GetProperty("recipes").EnumerateArray().Single(recipe => recipe.GetProperty("name").GetString() == winner);
        Assert.True(recipe.GetProperty("auc").GetDouble() > run.Json.GetProperty("champion").GetProperty("auc").GetDouble());
        Assert.All(["logLoss", "seconds", "syntheticRows"], name => Assert.True(recipe.TryGetProperty(name, out _)));
        Assert.True(run.Json.GetProperty("champion").TryGetProperty("logLoss", out _));
        Assert.NotEqual(0, run.Json.GetProperty("reasons").GetArrayLength());
        Assert.True(run.Json.GetProperty("synthetic").TryGetProperty("used", out _));
        Assert.NotEmpty(run.Json.GetProperty("synthetic").GetProperty("verdict").GetString()!);
        Assert.Equal("approved", TrainedModel.Load(files.Path("next.model")).Task.Target);
    }

    [Fact]
    public async Task A_champion_that_cannot_be_beaten_stays_and_nothing_is_written()
    {
        var run = await Hold(files.Loans("recent.csv", 800, 3), "--champion-score", "score", "--out", files.Path("next.model"), "--fail-on");
        Assert.Equal(ExitCode.Negative, run.ExitCode);
        Assert.Contains("diagnosis: none", run.Output);
        Assert.Contains("not written", run.Output);
        Assert.False(File.Exists(files.Path("next.model")));
    }

    [Fact]
    public async Task The_champion_can_be_the_scores_it_logged()
    {
        var run = await Hold(files.Loans("recent.csv", 800, 4), "--champion-score", "score", "--json", "-");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.InRange(run.Json.GetProperty("champion").GetProperty("auc").GetDouble(), 0.75, 0.9);
    }

    [Fact]
    public async Task A_fault_of_the_data_promotes_nothing()
    {
        var lines = await File.ReadAllLinesAsync(files.Loans("usual.csv", 1200, 5, flip: 0), TestContext.Current.CancellationToken);
        var faulty = lines.Select((line, row) => row > 0 && row % 2 == 0 ? string.Join(',', line.Split(',').Select((cell, at) => at == 2 ? "" : cell)) : line);
        var run = await Hold(files.Write("recent.csv", string.Join('\n', faulty) + "\n"), "--out", files.Path("next.model"), "--json", "-");
        Assert.Equal("quality", run.Json.GetProperty("diagnosis").GetProperty("kind").GetString());
        Assert.Equal("reject", run.Json.GetProperty("verdict").GetString());
        Assert.Equal("keep", run.Json.GetProperty("winner").GetString());
        Assert.False(File.Exists(files.Path("next.model")));
    }

    [Theory]
    [InlineData("--champion a --champion-score b", "exclude each other")]
    [InlineData("--champion-score scor", "'scor'")]
    [InlineData("--unlabelled none.csv", "none.csv")]
    [InlineData("--fail-on promote", "--fail-on promote: expected reject or inconclusive")]
    public async Task Bad_options_are_bad_input(string options, string found)
    {
        var run = await Hold(files.Loans("recent.csv", 100, 2), options.Split(' '));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(found, Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Recent_rows_that_lack_a_column_are_bad_input()
    {
        var run = await Hold(files.Write("recent.csv", "id,ts,income,region,approved\n1,2024-01-01,45,N,1\n"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("'score'", Assert.Single(run.ErrorLines));
    }

    public void Dispose() => files.Dispose();

    private Task<CommandRun> Hold(string recent, params string[] options) => CommandRun.Of(
        ["tournament", "--old", files.Loans("old.csv", 1500, 1), "--recent", recent, "--target", "approved", .. options]);
}
