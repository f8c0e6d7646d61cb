using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality;

/// <summary>The values of columns in the forms that measures of quality need.</summary>
internal static class Values
{
    /// <summary>The numbers of a column; NaN where there is none that is finite.</summary>
    public static double[] Numbers(Column column) =>
        Array.ConvertAll(((NumberColumn)column).Values.ToArray(), value => double.IsFinite(value) ? value : double.NaN);

    /// <summary>The finite numbers of a column.</summary>
    public static double[] Finite(Column column) => Array.FindAll(((NumberColumn)column).Values.ToArray(), double.IsFinite);

    /// <summary>The texts of a column, by which values are told apart; null where missing.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isRounded">Numbers: whether they are rounded to whole ones.</param>
    public static string?[] Texts(Column column, bool isRounded = false)
    {
        var texts = new string?[column.Rows];
        for (var row = 0; row < texts.Length; row++)
        {
            texts[row] = column.IsMissing(row) ? null
                : column is NameColumn names ? names[row]
                : Text(((NumberColumn)column).Values[row], isRounded);
        }

        return texts;
    }

    private static string Text(double value, bool isRounded) =>
        (isRounded ? Math.Round(value) : value).ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
