using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Learning.Tasks;

/// <summary>The values of a column as texts.</summary>
internal static class CellTexts
{
    /// <summary>For each row the text of the value, as it would be written to a file, or null where it is missing.</summary>
    public static string?[] Of(Column column)
    {
        var texts = new string?[column.Rows];
        if (column is NameColumn names)
        {
            for (var row = 0; row < texts.Length; row++)
            {
                texts[row] = names[row];
            }

            return texts;
        }

        var values = ((NumberColumn)column).Values;
        var format = new ValueText(column.Schema);
        var known = new Dictionary<double, string>();
        Span<char> scratch = stackalloc char[32];
        for (var row = 0; row < texts.Length; row++)
        {
            if (!column.IsMissing(row) && !known.TryGetValue(values[row], out texts[row]))
            {
                known[values[row]] = texts[row] = format.Format(values[row], scratch).ToString();
            }
        }

        return texts;
    }
}
