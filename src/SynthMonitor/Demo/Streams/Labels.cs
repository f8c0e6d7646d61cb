using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams;

/// <summary>Binary labels of a table.</summary>
public static class Labels
{
    /// <summary>Whether each row is of the positive class.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="target">The name of the target, a categorical column.</param>
    /// <param name="positive">The name of the positive class.</param>
    public static bool[] Of(Table rows, string target, string positive)
    {
        var column = (NameColumn)rows[target];
        var position = column.Names.IndexOf(positive);
        var labels = new bool[rows.Rows];
        for (var row = 0; row < labels.Length; row++)
        {
            labels[row] = column.Positions[row] == position;
        }

        return labels;
    }
}
