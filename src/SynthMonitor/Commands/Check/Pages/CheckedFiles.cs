namespace SynthMonitor.Commands.Check.Pages;

/// <summary>What was compared, by the names of the files.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Current">The rows judged.</param>
internal sealed record CheckedFiles(string Reference, string Current)
{
    /// <summary>The title of a page about them.</summary>
    public string Title => $"Drift of {Path.GetFileName(Current)} from {Path.GetFileName(Reference)}";
}
