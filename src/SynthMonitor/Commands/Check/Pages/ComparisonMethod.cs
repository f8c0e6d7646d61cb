using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Drift.References;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>How one comparison was computed.</summary>
internal static class ComparisonMethod
{
    /// <summary>Says it.</summary>
    public static Html Of(Reference reference, Comparison comparison) => Html.Of(
        $"""
        <ul>
        <li>Each column is tested by itself, and all together by the maximum mean discrepancy over random features with permuted rows.</li>
        <li>The {comparison.Columns.Length + 1} p-values are corrected together by Holm: with a probability of at most {Comparison.Level:0.##} anything is called drifted while nothing is.</li>
        <li>Drifted is what is significant and large enough: effects are taken less what chance alone would show, in w1/sigma (the distance that
        values moved, in standard deviations) or tv (the share of rows that would have to change category).</li>
        <li>A marked range is the run of neighbouring cells whose share changed by the most standard errors, 3.5 at least. It describes; the verdict rests on the tests.</li>
        <li>Correlations are Spearman's, on cells; their changes are tested by Fisher's z and corrected by Holm. They have no part in the verdict.</li>
        <li>The reference: {reference.Rows:N0} rows, digest {reference.Digest[..12]}.</li>
        </ul>
        """);
}
