namespace SynthMonitor.Reports;

/// <summary>Cells without an order, one a line: a bar for the second sample, a tick where the first one ends, and both shares as numbers.</summary>
internal static class BarList
{
    private const int Shown = 10;

    /// <summary>Draws cells: those that moved, then the most frequent ones, as far as they fit.</summary>
    /// <param name="cells">The cells, at least one.</param>
    public static Html Of(IReadOnlyList<ComparedCell> cells)
    {
        var most = cells.Max(cell => Math.Max(cell.First, cell.Second));
        var ordered = cells.OrderByDescending(cell => cell.IsMoved).ThenByDescending(cell => Math.Max(cell.First, cell.Second)).ToArray();
        var left = ordered.Skip(Shown).ToArray();
        return Html.Of(
            $"""
            <ul class="bars">
            {ordered.Take(Shown).Select(cell => LineOf(cell, most))}
            </ul>
            {(left.Length == 0 ? default : Html.Of($"""<p class="soft">{left.Length} more hold {left.Sum(cell => cell.First):0.0%} → {left.Sum(cell => cell.Second):0.0%}</p>"""))}
            """);
    }

    private static Html LineOf(ComparedCell cell, double most)
    {
        double X(double share) => most > 0 ? 100 * share / most : 0;
        var moved = cell.IsMoved ? " moved" : "";
        return Html.Of(
            $"""
            <li><span class="name{moved}">{cell.Name}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="second{moved}" y="1.5" width="{X(cell.Second):F1}" height="7"/><path class="first" d="M{X(cell.First):F1} 0V10"/></svg><span class="shares">{cell.First:0.0%} → {cell.Second:0.0%}{(cell.IsMoved ? " moved" : "")}</span></li>

            """);
    }
}
