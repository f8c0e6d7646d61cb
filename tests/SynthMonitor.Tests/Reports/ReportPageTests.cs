using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SynthMonitor.Data;
using SynthMonitor.Reports;
using SynthMonitor.Tests.Commands;

namespace SynthMonitor.Tests.Reports;

public sealed partial class ReportPageTests : IDisposable
{
    private static readonly ReportPage Page = new(
        "loans <today>",
        new("drifted", "Income moved.", "100 rows", false),
        [new("What moved", Html.Of($"<p>{"income"}</p>")), new("Limits", Html.Of($"<p>{"none"}</p>"))]);

    private readonly SampleFiles files = new();

    [Fact]
    public void It_has_one_heading_the_verdict_and_its_sections_with_links_to_them()
    {
        var text = Written();
        Assert.Contains("<h1>loans &lt;today&gt;</h1>", text);
        Assert.Contains("Income moved.", text);
        Assert.Single(Regex.Matches(text, "<h1"));
        Assert.Contains("""<a href="#what-moved">What moved</a>""", text);
        Assert.Contains("""<section class="card" id="what-moved" """, text);
        Assert.Contains("<p>none</p>", text);
    }

    [Fact]
    public void Its_policy_allows_its_own_style_and_nothing_else()
    {
        var text = Written();
        var style = Styles().Match(text).Groups[1].Value;
        Assert.NotEmpty(style);
        Assert.Contains($"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", text);
        Assert.DoesNotContain("<script", text);
        Assert.DoesNotContain("http://", text);
        Assert.DoesNotContain("https://", text);
        Assert.DoesNotContain(" style=", text);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_bad_input() =>
        Assert.Throws<InputException>(() => Page.Write(Path.Combine(files.Path("none"), "report.html")));

    public void Dispose() => files.Dispose();

    private string Written()
    {
        Page.Write(files.Path("report.html"));
        return File.ReadAllText(files.Path("report.html"));
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();
}
