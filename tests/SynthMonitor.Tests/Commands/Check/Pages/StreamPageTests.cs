using System.Text.RegularExpressions;

namespace SynthMonitor.Tests.Commands.Check.Pages;

public sealed class StreamPageTests : IDisposable
{
    private static readonly string[] Blocks = ["--block", "100", "--false-alarms", "1 per 200 blocks"];

    private readonly SampleFiles files = new();

    [Fact]
    public async Task Blocks_have_a_timeline_with_the_alarm_and_pictures_of_what_moved()
    {
        var page = await CheckedPage.OfLoans(files, files.Loans("new.csv", 3000, 2, shift: 6, from: 1200), Blocks);
        Assert.Equal(["Timeline", "Alarms", "Columns", "What could not be found", "How it was computed"], page.Headings);
        Assert.Contains("Drift score of 30 blocks against the threshold; 1 alarm about drift", page.Text);
        Assert.Single(Regex.Matches(page.Text, "<rect class=\"shade\""));
        Assert.Single(Regex.Matches(page.Text, "<path class=\"raised\""));
        Assert.Matches("Since row 1,[12]00 \\(2024-01-01 (18|20|21):\\d\\d\\) the data drifted, most of all in (income|score)", page.Text);
        Assert.Contains("Another drift while an alarm is on", page.Text);
        Assert.Contains("rect class=\"second moved\" x=", page.Text);
    }

    [Fact]
    public async Task Scores_with_labels_have_a_section_of_performance()
    {
        var page = await CheckedPage.OfLoans(files, files.Loans("new.csv", 3000, 2, flip: 1500), [.. Blocks, "--score", "score", "--label", "approved"]);
        Assert.Contains("Performance", page.Headings);
        Assert.Contains("the error rate rose from", page.Text);
        Assert.Contains("the reference", page.Text);
        Assert.DoesNotContain("that takes --score and --label", page.Text);
    }

    [Fact]
    public async Task Without_an_alarm_there_is_no_section_of_alarms()
    {
        var page = await CheckedPage.OfLoans(files, files.Loans("new.csv", 1000, 5), Blocks);
        Assert.DoesNotContain("Alarms", page.Headings);
        Assert.Contains("Nothing differs from the reference", page.Text);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_page()
    {
        var current = files.Loans("new.csv", 2000, 2, shift: 6, from: 1200);
        Assert.Equal(await CheckedPage.OfLoans(files, current, Blocks), await CheckedPage.OfLoans(files, current, Blocks));
    }

    public void Dispose() => files.Dispose();
}
