using System.CommandLine;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands;

/// <summary>The option <c>--html FILE</c>, which writes the result as one page for people.</summary>
internal sealed class HtmlOption : Option<string?>
{
    /// <summary>Creates the option.</summary>
    public HtmlOption()
        : base("--html")
    {
        Description = "Write the result as one page that stands alone, to be opened in a browser or sent on.";
        HelpName = "FILE";
        OutputFile.Require(this);
    }

    /// <summary>Writes a page where the command line asked for it, if it did.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="page">Makes the page.</param>
    public void Write(ParseResult arguments, Func<ReportPage> page)
    {
        if (arguments.GetValue(this) is { } path)
        {
            page().Write(path);
        }
    }
}
