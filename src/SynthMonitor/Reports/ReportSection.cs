namespace SynthMonitor.Reports;

/// <summary>A section of a report.</summary>
/// <param name="Heading">Its heading; differs from those of the other sections.</param>
/// <param name="Body">What it says.</param>
internal sealed record ReportSection(string Heading, Html Body)
{
    /// <summary>The name of its place in the page.</summary>
    public string Anchor => Heading.ToLowerInvariant().Replace(' ', '-');
}
