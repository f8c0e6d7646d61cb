using System.Collections.Immutable;
using System.Globalization;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>Which pairs of numbers go together otherwise than in the reference.</summary>
internal static class Correlations
{
    /// <summary>The columns that are looked at, as the work grows with their square.</summary>
    public const int MostColumns = 64;

    private const int Shown = 10;
    private const double Floor = 0.05;

    /// <summary>The pairs that changed.</summary>
    /// <param name="changes">All pairs, the greatest change first.</param>
    public static Html Of(ImmutableArray<RankCorrelationChange> changes)
    {
        if (changes.IsEmpty)
        {
            return Html.Of($"""<p class="soft">Correlations: there are no two columns of numbers that vary.</p>""");
        }

        RankCorrelationChange[] changed = [.. changes.Where(change => change.AdjustedPValue <= Comparison.Level && Math.Abs(change.Current - change.Reference) >= Floor)];
        var words = string.Create(CultureInfo.InvariantCulture, $"Rank correlations: {changed.Length:N0} of {changes.Length:N0} pairs of numbers changed by at least {Floor}")
            + (changed.Length > Shown ? $"; the {Shown} that changed most" : "");
        return changed.Length == 0
            ? Html.Of($"""<p class="soft">{words}.</p>""")
            : ReportTable.Of(words, ["Pair", "Reference", "Now", "Change", "p adjusted"], changed.Take(Shown).Select(RowOf));
    }

    private static Html[] RowOf(RankCorrelationChange change) =>
    [
        Html.Of($"{change.First} and {change.Second}"),
        Html.Of($"{change.Reference:0.00;−0.00}"),
        Html.Of($"{change.Current:0.00;−0.00}"),
        Html.Of($"{change.Current - change.Reference:+0.00;−0.00}"),
        Html.Of($"{change.AdjustedPValue:G2}"),
    ];
}
