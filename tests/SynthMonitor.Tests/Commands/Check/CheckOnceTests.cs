using System.Text.Json;
using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands.Check;

public sealed class CheckOnceTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task A_shift_is_found_with_all_figures()
    {
        var run = await Check(files.Loans("new.csv", 1500, 2, shift: 3), "--json", "-");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal((2000, 1500), (run.Json.GetProperty("rows").GetProperty("reference").GetInt32(), run.Json.GetProperty("rows").GetProperty("current").GetInt32()));
        Assert.True(run.Json.GetProperty("drifted").GetBoolean());
        var columns = run.Json.GetProperty("columns").EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString()!);
        Assert.Equal(["income", "region", "score", "approved"], columns.Keys);
        var income = columns["income"];
        Assert.Equal("numeric", income.GetProperty("kind").GetString());
        Assert.True(income.GetProperty("drifted").GetBoolean());
        Assert.Equal("w1/sigma", income.GetProperty("effect").GetProperty("name").GetString());
        Assert.InRange(income.GetProperty("effect").GetProperty("value").GetDouble(), 0.4, 0.7);
        Assert.InRange(income.GetProperty("pValue").GetDouble(), 0, 1e-6);
        Assert.All(["statistic", "psi", "js", "ks"], name => Assert.True(income.GetProperty(name).GetDouble() > 0));
        Assert.InRange(income.GetProperty("unseen").GetDouble(), 0.1, 0.2);
        Assert.Equal(0, income.GetProperty("missing").GetProperty("current").GetDouble());
        Assert.False(columns["region"].GetProperty("drifted").GetBoolean());
        Assert.True(columns["region"].TryGetProperty("tv", out _));
        Assert.False(columns["region"].TryGetProperty("ks", out _));
        var joint = run.Json.GetProperty("multivariate");
        Assert.True(joint.GetProperty("drifted").GetBoolean());
        Assert.InRange(joint.GetProperty("pValue").GetDouble(), 0, 0.01);
        Assert.Equal(JsonValueKind.Number, joint.GetProperty("statistic").ValueKind);
    }

    [Fact]
    public async Task The_schema_file_says_how_columns_are_tested_and_the_result_what_was_used()
    {
        var schema = files.Write("schema.yaml", "columns:\n- name: income\n  test: psi\n  threshold: 0.1\n- name: region\n  test: ignore\n");
        await CommandRun.Of(
            "profile", files.Loans("reference.csv", 2000, 1), "--out", files.Path("r.smref"), "--target", "approved", "--key", "id", "--time", "ts", "--schema", schema);
        var run = await CommandRun.Of("check", "--reference", files.Path("r.smref"), "--current", files.Loans("new.csv", 1500, 2, shift: 3), "--json", "-");
        var columns = run.Json.GetProperty("columns").EnumerateArray().ToDictionary(column => column.GetProperty("name").GetString()!);
        Assert.DoesNotContain("region", columns.Keys);
        var income = columns["income"];
        Assert.Equal(("psi", "anderson-darling", "values"), (income.GetProperty("test").GetString(), income.GetProperty("significance").GetString(), income.GetProperty("on").GetString()));
        Assert.True(income.GetProperty("drifted").GetBoolean());
        Assert.Equal("cells", columns["approved"].GetProperty("on").GetString());
    }

    [Fact]
    public async Task The_table_for_people_begins_with_what_moved_most()
    {
        var run = await Check(files.Loans("new.csv", 1500, 2, shift: 3), "--fail-on", "drift");
        Assert.Equal(ExitCode.Negative, run.ExitCode);
        var rows = run.Output.Split('\n').Select(line => line.Trim().Split(' ')[0]).Where(word => word is "income" or "region" or "approved").ToArray();
        Assert.Equal("income", rows[0]);
        Assert.Equal("region", rows[^1]);
    }

    [Fact]
    public async Task Rows_like_the_reference_pass()
    {
        var run = await Check(files.Loans("new.csv", 1500, 3), "--fail-on", "drift", "--json", files.Path("r.json"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("0 of 4 columns drifted", run.Output);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(files.Path("r.json"), TestContext.Current.CancellationToken));
        Assert.False(json.RootElement.GetProperty("drifted").GetBoolean());
    }

    [Fact]
    public async Task Undefined_statistics_are_null_with_a_reason()
    {
        var path = files.Write("same.csv", "x,same\n" + string.Concat(Enumerable.Range(0, 100).Select(row => $"{row % 9},7\n")));
        await CommandRun.Of("profile", path, "--out", files.Path("same.smref"));
        var run = await CommandRun.Of("check", "--reference", files.Path("same.smref"), "--current", path, "--json", "-");
        var column = run.Json.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "same");
        Assert.Equal(JsonValueKind.Null, column.GetProperty("pValue").ValueKind);
        Assert.Equal("all rows lie in one cell", column.GetProperty("undefined").GetString());
    }

    [Fact]
    public async Task Missing_columns_are_named_all_at_once_and_further_ones_are_noted()
    {
        var run = await Check(files.Write("new.csv", "id,ts,incom,score\n1,2024-01-01,45,0.5\n"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Contains("'income'", run.ErrorLines[0]);
        Assert.Contains("'incom'", run.ErrorLines[0]);
        Assert.Contains("'region'", run.ErrorLines[1]);

        run = await Check(files.Write("more.csv", "extra,income,region,score\n1,45,N,0.5\n2,55,S,0.6\n"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.EndsWith("extra", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task A_file_that_is_no_reference_and_a_wrong_separator_are_bad_input()
    {
        var data = files.Loans("new.csv", 100, 1);
        var run = await CommandRun.Of("check", "--reference", data, "--current", data);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("not a reference profile", Assert.Single(run.ErrorLines));

        run = await Check(files.Write("pipes.csv", "income^region^score\n45^N^0.5\n"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("there is no column 'income'", run.ErrorLines[0]);
    }

    public void Dispose() => files.Dispose();

    private async Task<CommandRun> Check(string current, params string[] options)
    {
        await CommandRun.Of(
            "profile", files.Loans("reference.csv", 2000, 1), "--out", files.Path("r.smref"), "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        return await CommandRun.Of(["check", "--reference", files.Path("r.smref"), "--current", current, .. options]);
    }
}
