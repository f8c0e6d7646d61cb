using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>Rows held column by column; immutable.</summary>
public sealed class Table
{
    /// <summary>Creates a table.</summary>
    /// <param name="columns">Columns of equal length.</param>
    /// <exception cref="ArgumentException">Lengths differ, or two columns bear one name.</exception>
    public Table(ImmutableArray<Column> columns)
    {
        Columns = columns;
        Schema = new Schema([.. columns.Select(column => column.Schema)]);
        Rows = columns.IsEmpty ? 0 : columns[0].Rows;
        if (columns.FirstOrDefault(column => column.Rows != Rows) is { } odd)
        {
            throw new ArgumentException($"column '{odd.Name}' has {odd.Rows} rows where others have {Rows}", nameof(columns));
        }
    }

    /// <summary>The columns, in the order of <see cref="Schema"/>.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>Names, kinds and roles.</summary>
    public Schema Schema { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The column of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Column this[string name] => Find(name) ?? throw new KeyNotFoundException($"no column is named '{name}'");

    /// <summary>The column of a name, or null.</summary>
    public Column? Find(string name) => Schema.IndexOf(name) is var index and >= 0 ? Columns[index] : null;

    /// <summary>The first column that has a role, or null.</summary>
    public Column? WithRole(ColumnRole role) => Columns.FirstOrDefault(column => column.Schema.Role == role);

    /// <summary>Some rows, in the order given; a row may be taken more than once.</summary>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var taken = ImmutableArray.CreateBuilder<Column>(Columns.Length);
        foreach (var column in Columns)
        {
            taken.Add(column.Take(rows));
        }

        return new Table(taken.MoveToImmutable());
    }

    /// <summary>The rows from <paramref name="start"/>, at most <paramref name="count"/> of them.</summary>
    public Table Slice(int start, int count)
    {
        var rows = new int[Math.Max(0, Math.Min(count, Rows - start))];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = start + i;
        }

        return Take(rows);
    }

    /// <summary>These rows followed by those of a table with the same column names and storage.</summary>
    public Table Append(Table other) => new([.. Columns.Select(column => column.Append(other[column.Name]))]);

    /// <summary>The same rows with a column replaced (same name) or added at the end.</summary>
    public Table With(Column column) => Schema.IndexOf(column.Name) is var index and >= 0
        ? new(Columns.SetItem(index, column))
        : new(Columns.Add(column));

    /// <summary>The same rows without some columns.</summary>
    public Table Without(params ReadOnlySpan<string> names)
    {
        var kept = ImmutableArray.CreateBuilder<Column>(Columns.Length);
        foreach (var column in Columns)
        {
            if (!names.Contains(column.Name))
            {
                kept.Add(column);
            }
        }

        return new Table(kept.ToImmutable());
    }

    /// <summary>The same values under a schema with the same names, in the same order, and the same storage.</summary>
    public Table As(Schema schema) => new([.. Columns.Select((column, index) => column.As(schema[index]))]);
}
