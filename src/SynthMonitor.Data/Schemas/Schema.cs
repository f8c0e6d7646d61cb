using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SynthMonitor.Data.Schemas;

/// <summary>The columns of a table, in order.</summary>
public sealed class Schema : IEquatable<Schema>
{
    private readonly FrozenDictionary<string, int> positions;

    /// <summary>Creates a schema.</summary>
    /// <param name="columns">The columns, in order.</param>
    /// <exception cref="ArgumentException">Two columns bear one name.</exception>
    public Schema(ImmutableArray<ColumnSchema> columns)
    {
        Columns = columns;
        var duplicate = columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (duplicate is not null)
        {
            throw new ArgumentException($"two columns are named '{duplicate.Key}'", nameof(columns));
        }

        positions = columns.Select((column, index) => KeyValuePair.Create(column.Name, index)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<ColumnSchema> Columns { get; }

    /// <summary>The column at a position.</summary>
    public ColumnSchema this[int index] => Columns[index];

    /// <summary>The position of a column, or -1.</summary>
    public int IndexOf(string name) => positions.TryGetValue(name, out var index) ? index : -1;

    /// <summary>The first column that has a role, or null.</summary>
    public ColumnSchema? WithRole(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role);

    /// <summary>
    /// The same columns, one of them with another role; any column that held a singular role before becomes <see
    /// cref="ColumnRole.Ignored"/>.
    /// </summary>
    public Schema SetRole(string name, ColumnRole role)
    {
        var singular = role.IsSingular();
        return new([.. Columns.Select(column =>
            column.Name == name ? column with { Role = role }
            : singular && column.Role == role ? column with { Role = ColumnRole.Ignored }
            : column)]);
    }

    /// <inheritdoc/>
    public bool Equals(Schema? other) => other is not null && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Schema);

    /// <inheritdoc/>
    public override int GetHashCode() => Columns.Aggregate(0, HashCode.Combine);
}
