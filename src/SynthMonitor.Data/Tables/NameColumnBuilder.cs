using SynthMonitor.Data.Schemas;

namespace SynthMonitor.Data.Tables;

/// <summary>Collects names into a <see cref="NameColumn"/>, interning each once.</summary>
/// <param name="schema">The schema of the column to build.</param>
public sealed class NameColumnBuilder(ColumnSchema schema)
{
    private readonly Dictionary<string, int> positionOf = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<int> positions = [];

    /// <summary>The number of values so far.</summary>
    public int Rows => positions.Count;

    /// <summary>Adds a name, or null for a missing value.</summary>
    public void Add(string? name)
    {
        if (name is null)
        {
            positions.Add(NameColumn.MissingPosition);
            return;
        }

        if (!positionOf.TryGetValue(name, out var position))
        {
            position = names.Count;
            positionOf.Add(name, position);
            names.Add(name);
        }

        positions.Add(position);
    }

    /// <summary>Adds a name given as characters, or reuses the string that it was added as before.</summary>
    public void Add(ReadOnlySpan<char> name)
    {
        var lookup = positionOf.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var position))
        {
            positions.Add(position);
            return;
        }

        Add(name.ToString());
    }

    /// <summary>The column.</summary>
    public NameColumn Build() => new(schema, [.. names], [.. positions]);
}
