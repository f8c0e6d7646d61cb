using System.Globalization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.Profiles;
using SynthMonitor.Drift.References;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>One comparison as a page.</summary>
internal sealed class ComparisonPage
{
    private const int PicturesShown = 24;
    private const int RangesNamed = 2;

    private readonly Reference reference;
    private readonly Comparison comparison;
    private readonly ColumnComparison[] ranked;
    private readonly CodeTable codes;
    private readonly Profile profile;

    private ComparisonPage(Reference reference, Table current, Comparison comparison)
    {
        (this.reference, this.comparison) = (reference, comparison);
        ranked = [.. comparison.Ranked];
        codes = reference.Codebook.Encode(current);
        profile = new Profile(reference.Codebook);
        profile.Add(codes, 0, codes.Rows);
    }

    /// <summary>Makes the page.</summary>
    /// <param name="files">What was compared.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="current">The rows judged.</param>
    /// <param name="comparison">What was found.</param>
    public static ReportPage Of(CheckedFiles files, Reference reference, Table current, Comparison comparison)
    {
        var page = new ComparisonPage(reference, current, comparison);
        return new(
            files.Title,
            new(
                comparison.IsDrifted ? "Drifted" : "Not drifted",
                page.Sentence(),
                string.Create(CultureInfo.InvariantCulture, $"{comparison.CurrentRows:N0} rows against {comparison.ReferenceRows:N0} of the reference, {comparison.Columns.Length:N0} columns"),
                !comparison.IsDrifted),
            [
                new("Columns", page.Columns()),
                new("Distributions", page.Distributions()),
                new("Columns together", page.Together()),
                new("What could not be found", ComparisonLimits.Of(reference, comparison)),
                new("All figures", ComparisonFigures.Of(page.ranked)),
                new("How it was computed", ComparisonMethod.Of(reference, comparison)),
            ]);
    }

    private string Sentence()
    {
        ColumnComparison[] drifted = [.. ranked.Where(column => column.IsDrifted)];
        return drifted switch
        {
            [] when comparison.Joint.IsDrifted => "No column has drifted by itself, but all columns together have: how they go together has changed.",
            [] => $"Nothing has drifted: neither one of {comparison.Columns.Length} columns nor all of them together.",
            [var only] => $"1 of {comparison.Columns.Length} columns has drifted: {only.Column.Name}{Where(only)}.",
            [var first, ..] => $"{drifted.Length} of {comparison.Columns.Length} columns have drifted, most of all {first.Column.Name}{Where(first)}.",
        };
    }

    private static string Where(ColumnComparison column) => column.MovedRanges.IsEmpty ? "" : $" ({ColumnPicture.InWords(column.MovedRanges, 1)})";

    private Html Columns() => ReportTable.Of(
        "The columns that moved most, relative to what is worth a finding, come first",
        ["Column", "Verdict", "Effect", "p adjusted", "Where"],
        ranked.Select(column => new[]
        {
            Html.Of($"{column.Column.Name}"),
            column.IsDrifted ? Html.Of($"""<span class="bad">drifted</span>""") : Html.Of($"not drifted"),
            Html.Of($"{column.Effect.Value:F3} {column.Effect.Name}, of {column.Effect.Floor:G3}"),
            Html.Of($"{Figure.Of(column.AdjustedPValue, "G2")}"),
            Html.Of($"{(column.MovedRanges.IsEmpty ? "–" : ColumnPicture.InWords(column.MovedRanges, RangesNamed))}"),
        }));

    private Html Distributions()
    {
        var pictures = ranked.Take(PicturesShown).Select(column =>
        {
            var index = reference.Codebook.IndexOf(column.Column.Name);
            return new ColumnPicture(reference.Codebook.Columns[index], column.Column.Kind, column.MovedRanges)
                .Draw(reference.Profile[index], profile[index], $"{(column.IsDrifted ? "drifted" : "not drifted")}, {Figure.Of(column.Effect)}");
        });
        var left = ranked.Length - PicturesShown;
        return Html.Of(
            $"""
            <p class="soft">Shares of the rows. Ranges of numbers are drawn equally wide: they were cut so that the reference's rows lie in them about evenly.</p>
            {ColumnPicture.Samples.Legend}
            <div class="grid">
            {pictures}
            </div>
            {(left > 0 ? Html.Of($"""<p class="soft">{left} columns that moved less are not drawn.</p>""") : default)}
            """);
    }

    private Html Together()
    {
        var joint = comparison.Joint;
        var columns = ranked.Select(column => reference.Codebook.IndexOf(column.Column.Name)).Where(index => reference.Codebook.Columns[index].IsOrdered);
        return Html.Of(
            $"""
            <p>All columns together: {(joint.IsDrifted ? Html.Of($"""<span class="bad">drifted</span>""") : Html.Of($"not drifted"))} (mmd {Figure.Of(joint.Effect, "F3")}, p adjusted {Figure.Of(joint.AdjustedPValue, "G2")}).</p>
            {Correlations.Of(RankCorrelationChange.Of(reference.Codebook, reference.Codes, codes, columns.Take(Correlations.MostColumns)))}
            """);
    }
}
