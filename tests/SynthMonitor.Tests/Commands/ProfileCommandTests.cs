using SynthMonitor.Commands;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Tests.Commands;

public sealed class ProfileCommandTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task Writes_a_reference_and_shows_its_columns()
    {
        var run = await CommandRun.Of(
            "profile", files.Loans("loans.csv", 400, 1), "--out", files.Path("r.smref"), "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("income", run.Output);
        Assert.Empty(run.Error);
        var reference = ReferenceFormat.Load(files.Path("r.smref"));
        Assert.Equal(400, reference.Rows);
        Assert.Equal(["income", "region", "score", "approved"], reference.Codebook.Columns.Select(column => column.Name));
        Assert.NotNull(reference.Outcomes);
    }

    [Fact]
    public async Task Json_on_standard_output_has_it_for_itself()
    {
        var run = await CommandRun.Of("profile", files.Loans("loans.csv", 400, 1), "--out", files.Path("r.smref"), "--target", "approved", "--json", "-");
        Assert.Equal(400, run.Json.GetProperty("rows").GetInt32());
        Assert.Equal("1", run.Json.GetProperty("positive").GetString());
        var income = run.Json.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "income");
        Assert.Equal("numeric", income.GetProperty("kind").GetString());
        Assert.Contains("income", run.Error);
    }

    [Fact]
    public async Task Missing_and_constant_columns_are_noted()
    {
        var path = files.Write("odd.csv", "a,empty,same\n" + string.Concat(Enumerable.Range(0, 60).Select(row => $"{row},,7\n")));
        var run = await CommandRun.Of("profile", path, "--out", files.Path("r.smref"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.StartsWith("column 'empty' is all missing", run.ErrorLines[0]);
        Assert.StartsWith("column 'same' is constant (7)", run.ErrorLines[1]);
    }

    [Fact]
    public async Task A_time_that_is_watched_is_noted()
    {
        var run = await CommandRun.Of("profile", files.Loans("loans.csv", 100, 1), "--out", files.Path("r.smref"));
        Assert.Contains("'ts' holds times", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public async Task Kinds_and_roles_come_from_a_schema()
    {
        var schema = files.Write("schema.yaml", "columns:\n- name: income\n  role: ignored\n- name: ts\n  role: time\n");
        var run = await CommandRun.Of("profile", files.Loans("loans.csv", 100, 1), "--out", files.Path("r.smref"), "--schema", schema);
        Assert.Empty(run.Error);
        Assert.DoesNotContain("income", ReferenceFormat.Load(files.Path("r.smref")).Codebook.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task Unknown_target_is_bad_input_and_the_near_one_is_named()
    {
        var run = await CommandRun.Of("profile", files.Loans("loans.csv", 100, 1), "--out", files.Path("r.smref"), "--target", "aproved");
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        var line = Assert.Single(run.ErrorLines);
        Assert.Contains("'aproved'", line);
        Assert.Contains("'approved'", line);
        Assert.False(File.Exists(files.Path("r.smref")));
    }

    [Fact]
    public async Task Missing_file_wrong_extension_and_too_few_rows_are_bad_input()
    {
        foreach (var path in new[] { files.Path("none.csv"), files.Write("data.txt", "a\n1\n"), files.Write("short.csv", "a,b\n1,2\n"), files.Write("header.csv", "a,b\n") })
        {
            var run = await CommandRun.Of("profile", path, "--out", files.Path("r.smref"));
            Assert.Equal(ExitCode.BadInput, run.ExitCode);
            Assert.Contains(path, Assert.Single(run.ErrorLines));
        }
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_bad_input()
    {
        var run = await CommandRun.Of("profile", files.Loans("loans.csv", 100, 1), "--out", files.Path("nowhere/r.smref"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("nowhere", Assert.Single(run.ErrorLines));
    }

    public void Dispose() => files.Dispose();
}
