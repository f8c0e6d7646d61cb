using SynthMonitor.Tests.Commands;

namespace SynthMonitor.EndToEnd.Reports;

/// <summary>The pages that <c>check --html</c> writes of loans whose incomes rise and whose labels turn round half-way.</summary>
public sealed class CheckedPages : IAsyncLifetime
{
    private readonly SampleFiles files = new();

    /// <summary>Where the page of one comparison is.</summary>
    public Uri Comparison => new(files.Path("comparison.html"));

    /// <summary>Where the page of a run over blocks is.</summary>
    public Uri Stream => new(files.Path("stream.html"));

    public async ValueTask InitializeAsync()
    {
        var reference = files.Path("loans.smref");
        var current = files.Loans("may.csv", 6000, 2, shift: 3, from: 3000, flip: 3600);
        await RunAsync("profile", files.Loans("april.csv", 2000, 1), "--out", reference, "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        await RunAsync("check", "--reference", reference, "--current", current, "--html", files.Path("comparison.html"));
        await RunAsync(
            "check", "--reference", reference, "--current", current, "--html", files.Path("stream.html"), "--block", "100", "--false-alarms", "1 per 1000 blocks",
            "--score", "score", "--label", "approved");
    }

    public ValueTask DisposeAsync()
    {
        files.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
