using System.Collections.Immutable;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Codes;

/// <summary>How the coded columns of a table become byte codes; fitted once, on reference data, and immutable.</summary>
/// <param name="Columns">The codes of each coded column, in the order of the schema they were fitted on.</param>
public sealed record Codebook(ImmutableArray<ColumnCodes> Columns)
{
    /// <summary>The position of a coded column, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var index = 0; index < Columns.Length; index++)
        {
            if (Columns[index].Name == name)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// Codes of the rows of a table. Columns are found by name; one that the table lacks is all <see cref="Code.Missing"/>.
    /// </summary>
    /// <exception cref="InputException">A column holds names where these codes were fitted on numbers, or the other way round.</exception>
    public CodeTable Encode(Table table)
    {
        var columns = new byte[Columns.Length][];
        for (var index = 0; index < columns.Length; index++)
        {
            columns[index] = new byte[table.Rows];
            if (table.Find(Columns[index].Name) is { } column)
            {
                if (column is NameColumn != Columns[index] is NameCodes)
                {
                    var expected = column is NameColumn ? "numbers, as in the reference" : "names, as in the reference";
                    throw new InputException(null, null, column.Name, $"{column.Schema.Kind} values", expected);
                }

                Columns[index].Encode(column, columns[index]);
            }
        }

        return new CodeTable(columns, table.Rows);
    }

    /// <inheritdoc/>
    public bool Equals(Codebook? other) => other is not null && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc/>
    public override int GetHashCode() => Columns.Aggregate(0, HashCode.Combine);
}
