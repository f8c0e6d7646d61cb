using SynthMonitor.Commands;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Tests.Commands.Learning;

public sealed class TrainCommandTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Trains_measures_and_scores()
    {
        var data = files.Loans("loans.csv", 1000, 1);
        var run = await CommandRun.Of("train", data, "--target", "approved", "--out", files.Path("m.model"), "--json", "-");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal("binary", run.Json.GetProperty("kind").GetString());
        Assert.Equal("1", run.Json.GetProperty("positive").GetString());
        Assert.Equal(200, run.Json.GetProperty("holdoutRows").GetInt32());
        Assert.InRange(run.Json.GetProperty("metrics").GetProperty("auc").GetDouble(), 0.7, 0.95);

        run = await CommandRun.Of("score", "--model", files.Path("m.model"), data, "--out", files.Path("s.csv"), "--column", "p");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var table = TableFile.Read(files.Path("s.csv"));
        Assert.Equal(1000, table.Rows);
        Assert.All(((NumberColumn)table["p"]).Values.ToArray(), value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public async Task A_multiclass_model_gives_a_class_and_probabilities()
    {
        var data = files.Loans("loans.csv", 600, 1);
        await CommandRun.Of("train", data, "--target", "region", "--out", files.Path("m.model"));
        await CommandRun.Of("score", "--model", files.Path("m.model"), data, "--out", files.Path("s.csv"), "--column", "class");
        var table = TableFile.Read(files.Path("s.csv"));
        Assert.Contains(((NameColumn)table["class"])[0], new[] { "N", "E", "S", "W" });
        Assert.Equal(1, new[] { "N", "E", "S", "W" }.Sum(name => ((NumberColumn)table[$"class.{name}"]).Values[0]), 3);
    }

    [Fact]
    public async Task A_number_is_a_regression()
    {
        var run = await CommandRun.Of("train", files.Loans("loans.csv", 300, 1), "--target", "income", "--out", files.Path("m.model"), "--json", "-");
        Assert.Equal("regression", run.Json.GetProperty("kind").GetString());
        Assert.InRange(run.Json.GetProperty("metrics").GetProperty("rmse").GetDouble(), 0, 3);
    }

    [Theory]
    [InlineData("aproved", "'approved'")]
    [InlineData("same", "always '7'")]
    [InlineData("empty", "missing in all rows")]
    public async Task A_target_that_cannot_be_learnt_is_bad_input(string target, string found)
    {
        var path = files.Write("odd.csv", "approved,same,empty\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row % 2},7,\n")));
        var run = await CommandRun.Of("train", path, "--target", target, "--out", files.Path("m.model"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains(found, line);
        Assert.Contains(path, line);
        Assert.False(File.Exists(files.Path("m.model")));
    }

    [Fact]
    public async Task Score_refuses_rows_without_a_column_and_a_name_that_is_taken()
    {
        var data = files.Loans("loans.csv", 300, 1);
        await CommandRun.Of("train", data, "--target", "approved", "--out", files.Path("m.model"));
        var run = await CommandRun.Of("score", "--model", files.Path("m.model"), files.Write("less.csv", "income\n45\n"), "--out", files.Path("s.csv"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("less.csv", run.ErrorLines[0]);

        run = await CommandRun.Of("score", "--model", files.Path("m.model"), data, "--out", files.Path("s.csv"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--column", Assert.Single(run.ErrorLines));
    }

    public void Dispose() => files.Dispose();
}
