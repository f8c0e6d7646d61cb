using System.Globalization;
using SynthMonitor.Reports;

namespace SynthMonitor.Tests.Reports;

public sealed class HtmlTemplateTests
{
    [Fact]
    public void What_fills_a_hole_is_text_and_cannot_become_markup()
    {
        var name = "<script>alert(1)</script> \"quoted\" 'single' & more";
        var markup = Html.Of($"""<p title="{name}">{name}</p>""").ToString();
        const string escaped = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &#x27;single&#x27; &amp; more";
        Assert.Equal($"<p title=\"{escaped}\">{escaped}</p>", markup);
    }

    [Fact]
    public void Markup_stays_markup_alone_and_in_rows()
    {
        Html[] items = [Html.Of($"<li>{1}</li>"), Html.Of($"<li>{"<"}</li>")];
        Assert.Equal("<ul><li>1</li><li>&lt;</li></ul>", Html.Of($"<ul>{items}</ul>").ToString());
        Assert.Equal("<b><i></i></b>", Html.Of($"<b>{Html.Of($"<i>{default(string)}</i>")}</b>").ToString());
        Assert.True(Html.Of($"{default(Html)}").IsEmpty);
    }

    [Fact]
    public void Letters_of_every_language_stay_readable() => Assert.Equal("Größe 収入", Html.Of($"{"Größe 収入"}").ToString());

    [Fact]
    public void Numbers_are_written_alike_everywhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = german.NumberFormat.PercentDecimalSeparator = ",";
            CultureInfo.CurrentCulture = german;
            Assert.Equal("1234.5 12.5%", Html.Of($"{1234.5} {0.125:0.0%}").ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
