using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands;

public sealed class OutputFileTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Theory]
    [InlineData("--html")]
    [InlineData("--json")]
    public async Task A_place_that_cannot_be_written_is_refused_before_work_begins(string option)
    {
        var run = await CommandRun.Of("check", "--reference", "none.smref", "--current", "none.csv", option, Path.Combine(files.Path("none"), "page"));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("there is no folder", Assert.Single(run.ErrorLines));

        run = await CommandRun.Of("check", "--reference", "none.smref", "--current", "none.csv", option, files.Path("."));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("is a folder", Assert.Single(run.ErrorLines));
    }

    public void Dispose() => files.Dispose();
}
