using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Generators;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The order in which columns are drawn: some first, the target last, the others as in the table between them.</summary>
/// <param name="Target">The column of labels, or null.</param>
/// <param name="First">The columns that come first.</param>
internal sealed record ColumnOrder(string? Target, IReadOnlyList<string> First)
{
    /// <summary>The order that options ask for.</summary>
    /// <exception cref="InputException">The table has no rows, or lacks a column that they name.</exception>
    public static ColumnOrder Of(Table table, GeneratorOptions options)
    {
        if (table.Rows == 0)
        {
            throw new InputException(null, null, null, "no rows", "at least one to learn from");
        }

        var target = options.Target ?? table.Schema.WithRole(ColumnRole.Target)?.Name;
        foreach (var name in options.First.Append(target).OfType<string>().Where(name => table.Find(name) is null))
        {
            string[] names = [.. table.Schema.Columns.Select(column => column.Name)];
            throw new InputException(null, null, name, "no such column", NearMatch.Expected(name, names));
        }

        return new ColumnOrder(target, options.First);
    }

    /// <summary>Where a column comes: less is earlier, equals stay as they are.</summary>
    public int Rank(string name)
    {
        for (var index = 0; index < First.Count; index++)
        {
            if (First[index] == name)
            {
                return index - First.Count;
            }
        }

        return name == Target ? 1 : 0;
    }
}
