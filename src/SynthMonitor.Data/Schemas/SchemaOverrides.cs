using System.Collections.Immutable;

namespace SynthMonitor.Data.Schemas;

/// <summary>What is known of a file's columns before it is read; everything else is inferred. Immutable.</summary>
public sealed class SchemaOverrides
{
    /// <summary>Nothing is known.</summary>
    public static readonly SchemaOverrides None = new([]);

    private readonly ImmutableArray<ColumnOverride> columns;
    private readonly bool areOptional;

    private SchemaOverrides(ImmutableArray<ColumnOverride> columns, bool areOptional = false)
    {
        if (columns.FirstOrDefault(column => column.FormatFault is not null) is { } odd)
        {
            throw new ArgumentException($"format of column '{odd.Name}': {odd.FormatFault}", nameof(columns));
        }

        this.columns = columns;
        this.areOptional = areOptional;
    }

    /// <summary>The columns that something is known of.</summary>
    public ImmutableArray<ColumnOverride> Columns => columns;

    /// <summary>Overrides of columns that the file must have.</summary>
    /// <exception cref="ArgumentException">A column has a <see cref="ColumnOverride.FormatFault"/>.</exception>
    public static SchemaOverrides Of(params ReadOnlySpan<ColumnOverride> columns) => None.With(columns);

    /// <summary>
    /// Reads a file like these columns, as far as it has them: a column that it lacks is no error, one that it has besides is inferred.
    /// </summary>
    public static SchemaOverrides From(Schema schema) => new(
        [.. schema.Columns.Select(column => new ColumnOverride(column.Name, column.Kind, column.Role, column.Format))], areOptional: true);

    /// <summary>These overrides and others; where both speak of a column, what the others leave open stays.</summary>
    public SchemaOverrides With(params ReadOnlySpan<ColumnOverride> others)
    {
        var merged = columns.ToBuilder();
        foreach (var other in others)
        {
            if (merged.FirstOrDefault(column => column.Name == other.Name) is { } known)
            {
                merged[merged.IndexOf(known)] =
                    new ColumnOverride(
                        other.Name, other.Kind ?? known.Kind, other.Role ?? known.Role, other.Format ?? known.Format, other.Test ?? known.Test);
            }
            else
            {
                merged.Add(other);
            }
        }

        return new SchemaOverrides(merged.ToImmutable(), areOptional);
    }

    /// <summary>These overrides with the role of a column; another column that had the role, if only one can, is ignored.</summary>
    public SchemaOverrides WithRole(string name, ColumnRole role) =>
        new SchemaOverrides([.. columns.Select(column => column.Name != name && column.Role == role && role.IsSingular()
            ? column with { Role = ColumnRole.Ignored } : column)], areOptional).With(new ColumnOverride(name, Role: role));

    /// <summary>What is known of a column, or null.</summary>
    public ColumnOverride? Find(string name) => columns.FirstOrDefault(column => column.Name == name);

    /// <summary>Fails if a file lacks a column that it must have; all such columns are named at once.</summary>
    /// <param name="file">The file.</param>
    /// <param name="names">The names of its columns.</param>
    /// <exception cref="InputException">A column is unknown.</exception>
    public void Check(string? file, IReadOnlyCollection<string> names)
    {
        var unknown = areOptional ? [] : columns.Where(column => !names.Contains(column.Name)).ToArray();
        if (unknown.Length > 0)
        {
            throw new InputException([.. unknown.Select(column =>
                new InputException(file, null, null, $"there is no column '{column.Name}'", NearMatch.Expected(column.Name, names)))]);
        }
    }
}
