namespace SynthMonitor.Reports;

/// <summary>Cells in order of value, all equally wide: the first sample as a line of steps, the second as bars, moved ones underlined.</summary>
internal static class Histogram
{
    private const double Height = 100;
    private const double Bar = 0.76;

    /// <summary>Draws cells.</summary>
    /// <param name="label">What the picture says, for those who cannot see it.</param>
    /// <param name="cells">The cells, at least one.</param>
    /// <param name="ticks">Values from the left edge to the right one, evenly spaced.</param>
    public static Html Of(string label, IReadOnlyList<ComparedCell> cells, IEnumerable<string> ticks)
    {
        var most = cells.Max(cell => Math.Max(cell.First, cell.Second));
        double Y(double share) => most > 0 ? Height * (1 - (share / most)) : Height;
        var steps = cells.Select((cell, index) => Html.Of($"{(index == 0 ? "M" : "L")}{index} {Y(cell.First):F1}H{index + 1}"));
        return Html.Of(
            $"""
            <svg class="histogram" viewBox="0 0 {cells.Count} {Height + 8}" preserveAspectRatio="none" role="img" aria-label="{label}">
            {cells.Select((cell, index) => BarOf(cell, index, Y(cell.Second)))}<path class="first" d="{steps}"/>
            </svg>
            <div class="ticks soft" aria-hidden="true">{ticks.Select(tick => Html.Of($"<span>{tick}</span>"))}</div>
            """);
    }

    private static Html BarOf(ComparedCell cell, int index, double top) => Html.Of(
        $"""
        <rect class="second{(cell.IsMoved ? " moved" : "")}" x="{index + ((1 - Bar) / 2):F2}" y="{top:F1}" width="{Bar:F2}" height="{Height - top:F1}"><title>{cell.Words}</title></rect>
        {(cell.IsMoved ? Html.Of($"""<rect class="mark" x="{index}" y="{Height + 3}" width="1" height="5"/>""") : default)}
        """);
}
