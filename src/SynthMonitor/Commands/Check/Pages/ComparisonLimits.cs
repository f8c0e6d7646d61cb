using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>What one comparison could not have found.</summary>
internal static class ComparisonLimits
{
    /// <summary>Says it.</summary>
    public static Html Of(Reference reference, Comparison comparison)
    {
        var level = Comparison.Level / (comparison.Columns.Length + 1);
        var (n, m) = (comparison.ReferenceRows, comparison.CurrentRows);
        double Share(double share) => DetectableShift.OfShare(share, n, m, level);
        string[] unwatched = [.. reference.Schema.Columns.Where(column => comparison.Columns.All(compared => compared.Column.Name != column.Name)).Select(column => column.Name)];
        return Html.Of(
            $"""
            <p>With so many rows, a shift is found in four of five cases, about, if it is at least</p>
            <ul>
            <li>{DetectableShift.OfMean(n, m, level):0.000} standard deviations of a column of numbers,</li>
            <li>{Share(0.5):0.0%} of the rows for a category that half of them have, {Share(0.05):0.0%} for one that 5.0% have.</li>
            </ul>
            <p>Smaller ones are mostly missed, and those below a column's floor (the second number of its effect) are never called drift.
            That takes rows as independent of each other: where neighbours are alike, there is less to go by than the rows suggest.</p>
            <p>Not compared: {(unwatched.Length == 0 ? "nothing" : string.Join(", ", unwatched))}. Whether the model still is right cannot be told without labels.
            One comparison does not say since when; --block does.</p>
            """);
    }
}
