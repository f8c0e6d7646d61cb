using System.Text.RegularExpressions;
using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands.Check.Pages;

/// <summary>A page that <c>check --html</c> wrote.</summary>
/// <param name="Text">Its source.</param>
internal sealed record CheckedPage(string Text)
{
    /// <summary>The headings of its sections.</summary>
    public string[] Headings => [.. Regex.Matches(Text, "<h2[^>]*>([^<]+)</h2>").Select(match => match.Groups[1].Value)];

    /// <summary>The page about rows compared with 1,000 loans.</summary>
    public static async Task<CheckedPage> OfLoans(SampleFiles files, string current, params string[] options)
    {
        await CommandRun.Of("profile", files.Loans("reference.csv", 1000, 1), "--out", files.Path("r.smref"), "--target", "approved", "--score", "score", "--key", "id", "--time", "ts");
        var run = await CommandRun.Of(["check", "--reference", files.Path("r.smref"), "--current", current, .. options, "--html", files.Path("page.html")]);
        Assert.True(run.ExitCode == ExitCode.Done, run.Error);
        return new(await File.ReadAllTextAsync(files.Path("page.html"), TestContext.Current.CancellationToken));
    }
}
