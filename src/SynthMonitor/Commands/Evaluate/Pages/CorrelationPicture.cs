using System.Collections.Immutable;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Evaluate.Pages;

/// <summary>A matrix as squares whose opacity is the absolute value.</summary>
internal static class CorrelationPicture
{
    /// <summary>The picture; a square's tooltip says its columns and value.</summary>
    public static Html Of(string title, ImmutableArray<string> names, double[][] matrix) => Html.Of(
        $"""
        <figure>
        <figcaption><strong>{title}</strong></figcaption>
        <svg class="square" viewBox="0 0 {Math.Max(1, matrix.Length)} {Math.Max(1, matrix.Length)}" role="img" aria-label="correlations, {title}">
        {matrix.SelectMany((values, row) => values.Select((value, column) => Square(names, row, column, value)))}
        </svg>
        </figure>

        """);

    private static Html Square(ImmutableArray<string> names, int row, int column, double value) => Html.Of(
        $"""<rect class="{(value < 0 ? "negative" : "positive")}" fill-opacity="{Math.Min(1, Math.Abs(value)):F2}" x="{column}" y="{row}" width="1" height="1"><title>{names[row]}, {names[column]}: {value:F3}</title></rect>""");
}
