using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>What is allowed in each column: for each code the positions inside it, or null where everything is; immutable.</summary>
/// <param name="columns">By column, in the order in which they are drawn.</param>
internal sealed class Restrictions(UnitSet[]?[] columns)
{
    /// <summary>What is allowed in a column, or null where everything is.</summary>
    public UnitSet[]? this[int column] => columns[column];

    /// <summary>The number of columns up to the last restricted one.</summary>
    public int Reach => Array.FindLastIndex(columns, column => column is not null) + 1;

    /// <summary>The restricted columns, in the order in which they are drawn.</summary>
    public IEnumerable<int> Restricted => Enumerable.Range(0, columns.Length).Where(column => columns[column] is not null);

    /// <summary>No restriction.</summary>
    /// <param name="columns">The number of columns.</param>
    public static Restrictions None(int columns) => new(new UnitSet[]?[columns]);

    /// <summary>The same, with one column restricted further.</summary>
    public Restrictions And(int column, UnitSet[] allowed)
    {
        var copy = columns.ToArray();
        copy[column] = copy[column] is { } before ? [.. before.Zip(allowed, (mine, its) => mine.Intersect(its))] : allowed;
        return new Restrictions(copy);
    }

    /// <summary>The same, with some columns free again.</summary>
    public Restrictions Only(IReadOnlyCollection<int> kept) =>
        new([.. columns.Select((column, index) => kept.Contains(index) ? column : null)]);
}
