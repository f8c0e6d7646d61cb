using System.Security.Cryptography;
using System.Text;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Reports;

/// <summary>
/// A report as one page that stands alone: it asks nobody for anything, runs no script, and follows the reader's choice of light or dark.
/// </summary>
/// <param name="Title">What it is about.</param>
/// <param name="Verdict">What it says first.</param>
/// <param name="Sections">What follows.</param>
internal sealed record ReportPage(string Title, ReportVerdict Verdict, IReadOnlyList<ReportSection> Sections)
{
    private static readonly string Style = ReadStyle();
    private static readonly string StyleDigest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    // The style is written beside the template, as its digest is taken over every byte of it.
    private string Page => Html.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleDigest}'; img-src data:; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>{Title} – SynthMonitor</title>
        <style></style>
        </head>
        <body>
        <header>
        <h1>{Title}</h1>
        <p class="soft">SynthMonitor</p>
        </header>
        <main>
        <div class="card banner {(Verdict.IsGood ? "steady" : "drifted")}">
        <p class="state">{Verdict.State}</p>
        <p class="verdict">{Verdict.Sentence}</p>
        <p class="soft">{Verdict.Detail}</p>
        </div>
        <nav aria-label="Sections"><ul>{Sections.Select(section => Html.Of($"""<li><a href="#{section.Anchor}">{section.Heading}</a></li>"""))}</ul></nav>
        {Sections.Select(section => Html.Of(
            $"""
            <section class="card" id="{section.Anchor}" aria-labelledby="{section.Anchor}-heading">
            <h2 id="{section.Anchor}-heading">{section.Heading}</h2>
            {section.Body}
            </section>

            """))}
        </main>
        </body>
        </html>

        """).ToString().Replace("<style></style>", $"<style>{Style}</style>", StringComparison.Ordinal);

    /// <summary>Writes the page, whole or not at all.</summary>
    /// <exception cref="Data.InputException">The file cannot be written.</exception>
    public void Write(string path) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(Page)));

    private static string ReadStyle()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
