using System.Collections.Immutable;
using SynthMonitor.Data;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality;

/// <summary>Real rows and synthetic rows of the same columns.</summary>
public sealed class TablePair
{
    /// <summary>Pairs the columns by name, in the order of the real ones.</summary>
    /// <param name="real">The rows that the synthetic ones should be like.</param>
    /// <param name="synthetic">The synthetic rows.</param>
    /// <exception cref="InputException">A table has no rows, a column is in one of them only, or holds names in one and numbers in the other.</exception>
    public TablePair(Table real, Table synthetic)
    {
        InputException[] errors = [.. Faults(real, synthetic)];
        if (errors.Length > 0)
        {
            throw new InputException(errors);
        }

        (Real, Synthetic) = (real, synthetic);
        Columns = [.. real.Columns.Select(column => new ColumnPair(column, synthetic[column.Name]))];
    }

    /// <summary>The real rows.</summary>
    public Table Real { get; }

    /// <summary>The synthetic rows.</summary>
    public Table Synthetic { get; }

    /// <summary>The columns, in the order of the real ones.</summary>
    public ImmutableArray<ColumnPair> Columns { get; }

    private static IEnumerable<InputException> Faults(Table real, Table synthetic)
    {
        if (real.Rows == 0 || synthetic.Rows == 0)
        {
            yield return new InputException(null, null, null, "no rows", "at least one");
        }

        foreach (var column in real.Columns)
        {
            if (synthetic.Find(column.Name) is not { } other)
            {
                yield return new InputException(null, null, column.Name, "no such column", "the columns of the real rows");
            }
            else if (other.Schema.IsNominal != column.Schema.IsNominal)
            {
                yield return new InputException(
                    null, null, column.Name, other.Schema.IsNominal ? "names" : "numbers", column.Schema.IsNominal ? "names, as in the real rows" : "numbers, as in the real rows");
            }
        }

        foreach (var column in synthetic.Columns.Where(column => real.Find(column.Name) is null))
        {
            yield return new InputException(null, null, column.Name, "a column that the real rows lack", "the columns of the real rows");
        }
    }
}
