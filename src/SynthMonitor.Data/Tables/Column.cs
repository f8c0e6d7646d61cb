using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>The values of one column of a <see cref="Table"/>; immutable once it is part of a table.</summary>
public abstract class Column
{
    private protected Column(ColumnSchema schema) => Schema = schema;

    /// <summary>Name, kind and role.</summary>
    public ColumnSchema Schema { get; }

    /// <summary>The name.</summary>
    public string Name => Schema.Name;

    /// <summary>The number of values.</summary>
    public abstract int Rows { get; }

    /// <summary>Whether a value is missing.</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The values at some rows, in that order; a row may be taken more than once.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same values under another schema of the same storage (numbers or names).</summary>
    public abstract Column As(ColumnSchema schema);

    /// <summary>These values followed by those of another column of the same storage.</summary>
    public abstract Column Append(Column other);
}
