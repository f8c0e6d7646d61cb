using System.Text.Json;
using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands.Evaluate;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Measures_quality_use_and_privacy()
    {
        var run = await CommandRun.Of(
            "evaluate", "--train", files.Loans("train.csv", 600, 1), "--synthetic", files.Loans("made.csv", 600, 2),
            "--holdout", files.Loans("holdout.csv", 600, 3), "--target", "approved", "--json", files.Path("r.json"), "--html", files.Path("r.html"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("synthetic quality score", run.Output);
        var result = JsonDocument.Parse(await File.ReadAllTextAsync(files.Path("r.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.InRange(Number(result, "sqs", "score"), 8, 10);
        Assert.InRange(Number(result, "sdmetrics", "shapes"), 0.9, 1);
        Assert.InRange(Number(result, "c2st", "auc"), 0.4, 0.6);
        Assert.InRange(Number(result, "tstr", "auc"), Number(result, "tstr", "real") - 0.1, 1);
        Assert.InRange(Number(result, "privacy", "dcrShare"), 0.4, 0.6);
        Assert.Equal(0, Number(result, "privacy", "imsTrain"));
        Assert.InRange(Number(result, "privacy", "miaAuc"), 0.4, 0.65);
        Assert.Equal(6, result.GetProperty("columns").GetArrayLength());
        Assert.Equal(15, result.GetProperty("pairs").GetArrayLength());
    }

    [Fact]
    public async Task Copies_of_training_rows_are_called_what_they_are()
    {
        var train = files.Loans("train.csv", 300, 1);
        var run = await CommandRun.Of("evaluate", "--train", train, "--synthetic", train, "--holdout", files.Loans("holdout.csv", 300, 3), "--json", "-");
        var privacy = JsonDocument.Parse(run.Output).RootElement.GetProperty("privacy");
        Assert.Equal(1, privacy.GetProperty("dcrShare").GetDouble());
        Assert.Equal(1, privacy.GetProperty("imsTrain").GetDouble());
        Assert.True(privacy.GetProperty("miaAuc").GetDouble() > 0.95);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(run.Output).RootElement.GetProperty("tstr").ValueKind);
    }

    [Fact]
    public async Task The_page_stands_by_itself_and_promises_nothing()
    {
        var train = files.Loans("train.csv", 300, 1);
        await CommandRun.Of("evaluate", "--train", train, "--synthetic", files.Loans("made.csv", 300, 2), "--target", "approved", "--html", files.Path("r.html"));
        var page = await File.ReadAllTextAsync(files.Path("r.html"), TestContext.Current.CancellationToken);
        Assert.Contains("</html>", page);
        Assert.DoesNotContain("://", page);
        Assert.DoesNotContain("anonym", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN", page);
        Assert.All(["ts", "income", "region", "score", "approved"], column => Assert.Contains($"<strong>{column}</strong>", page));
        Assert.Contains("were split off", page);
    }

    [Fact]
    public async Task Without_a_holdout_one_is_split_off_and_that_is_said()
    {
        var run = await CommandRun.Of(
            "evaluate", "--train", files.Loans("train.csv", 600, 1), "--synthetic", files.Loans("made.csv", 300, 2), "--group", "region", "--json", files.Path("r.json"));
        Assert.Contains("no --holdout", Assert.Single(run.ErrorLines));
        var rows = JsonDocument.Parse(await File.ReadAllTextAsync(files.Path("r.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("rows");
        Assert.Equal(600, rows.GetProperty("train").GetInt32() + rows.GetProperty("holdout").GetInt32());
        Assert.True(rows.GetProperty("holdoutIsSplitOff").GetBoolean());
        Assert.InRange(rows.GetProperty("holdout").GetInt32(), 100, 200);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "no such column")]
    [InlineData("id,ts,income,region,score,approved\n", "no rows")]
    public async Task Other_columns_or_no_rows_are_bad_input(string text, string found)
    {
        var made = files.Write("made.csv", text + (text.StartsWith('a') ? string.Concat(Enumerable.Repeat("1,2\n", 100)) : ""));
        var run = await CommandRun.Of("evaluate", "--train", files.Loans("train.csv", 200, 1), "--synthetic", made, "--json", files.Path("r.json"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(run.ErrorLines, line => line.Contains(found) && line.Contains("made.csv"));
        Assert.False(File.Exists(files.Path("r.json")));
    }

    [Fact]
    public async Task A_constant_target_is_bad_input()
    {
        var rows = string.Concat(Enumerable.Range(0, 200).Select(row => $"{row % 7},1\n"));
        var train = files.Write("train.csv", "x,y\n" + rows);
        var run = await CommandRun.Of("evaluate", "--train", train, "--synthetic", train, "--target", "y", "--html", files.Path("r.html"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains(run.ErrorLines, line => line.Contains("always '1'"));
        Assert.False(File.Exists(files.Path("r.html")));
    }

    public void Dispose() => files.Dispose();

    private static double Number(JsonElement result, string group, string key) => result.GetProperty(group).GetProperty(key).GetDouble();
}
