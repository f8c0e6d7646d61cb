using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SynthMonitor.Commands.Evaluate.Page;

/// <summary>A matrix as squares whose opacity is the absolute value.</summary>
internal static class CorrelationPicture
{
    private const double Cell = 10;

    /// <summary>The picture; a square's tooltip says its columns and value.</summary>
    public static string Of(string title, ImmutableArray<string> names, double[][] matrix)
    {
        var squares = new StringBuilder();
        for (var row = 0; row < matrix.Length; row++)
        {
            for (var column = 0; column < matrix.Length; column++)
            {
                var value = matrix[row][column];
                squares.Append(CultureInfo.InvariantCulture, $"""<rect class="{(value < 0 ? "synthetic" : "real")}" fill-opacity="{Math.Min(1, Math.Abs(value)):F2}" x="{column * Cell}" y="{row * Cell}" width="{Cell}" height="{Cell}"><title>{EvaluationPage.Text($"{names[row]}, {names[column]}: {value:F3}")}</title></rect>""");
            }
        }

        var size = Math.Max(1, matrix.Length) * Cell;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <figure><figcaption><span>{title}</span></figcaption><svg viewBox="0 0 {size} {size}" role="img" aria-label="correlations, {title}">{squares}<rect class="axis" x="0" y="0" width="{size}" height="{size}"/></svg></figure>
            """);
    }
}
