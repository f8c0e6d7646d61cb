using SynthMonitor.Commands;

namespace SynthMonitor.Tests.Commands.Check.Pages;

public sealed class ComparisonPageTests : IDisposable
{
    private readonly SampleFiles files = new();

    [Fact]
    public async Task One_comparison_says_what_moved_where_and_what_could_not_be_found()
    {
        var page = await CheckedPage.OfLoans(files, files.Loans("new.csv", 1000, 2, shift: 6));
        Assert.Contains("most of all", page.Text);
        Assert.Contains("<h1>Drift of new.csv from r.smref</h1>", page.Text);
        Assert.Equal(["Columns", "Distributions", "Columns together", "What could not be found", "All figures", "How it was computed"], page.Headings);
        Assert.Matches("<rect class=\"second moved\"[^>]*><title>[^<]+→", page.Text);
        Assert.Contains("of the rows for a category", page.Text);
        Assert.Contains("Not compared: id, ts", page.Text);
    }

    [Fact]
    public async Task Rows_like_the_reference_say_that_nothing_drifted()
    {
        var page = await CheckedPage.OfLoans(files, files.Loans("new.csv", 1000, 5));
        Assert.Contains("Nothing has drifted", page.Text);
        Assert.Contains("banner steady", page.Text);
        Assert.DoesNotContain("<rect class=\"second moved\" x=", page.Text);
    }

    [Fact]
    public async Task Names_from_the_data_cannot_become_markup()
    {
        var text = await File.ReadAllTextAsync(files.Loans("loans.csv", 600, 1), TestContext.Current.CancellationToken);
        var odd = text.Replace("income,region", "<b>income</b>,\"re\"\"gion<img src=x>\"").Replace(",N,", ",<script>alert(1)</script>,");
        var reference = files.Write("reference.csv", odd);
        Assert.Equal(ExitCode.Done, (await CommandRun.Of("profile", reference, "--out", files.Path("r.smref"), "--key", "id")).ExitCode);
        var run = await CommandRun.Of("check", "--reference", files.Path("r.smref"), "--current", reference, "--html", files.Path("page.html"));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        var page = await File.ReadAllTextAsync(files.Path("page.html"), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<b>", page);
    }

    public void Dispose() => files.Dispose();
}
