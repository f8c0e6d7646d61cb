using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Demo.Streams.Injection;

/// <summary>The rows that bear one of some names.</summary>
/// <param name="Column">The name of a categorical column.</param>
/// <param name="Names">The names.</param>
public sealed record NameSlice(string Column, ImmutableArray<string> Names) : Slice(Column)
{
    /// <inheritdoc/>
    public override bool[] Mark(Table rows)
    {
        var column = (NameColumn)rows[Column];
        var isMember = column.Names.Select(name => Names.Contains(name)).ToArray();
        var marks = new bool[rows.Rows];
        for (var row = 0; row < marks.Length; row++)
        {
            marks[row] = !column.IsMissing(row) && isMember[column.Positions[row]];
        }

        return marks;
    }

    /// <summary>The column and the names.</summary>
    public override string ToString() => $"{Column} in {string.Join(", ", Names)}";
}
