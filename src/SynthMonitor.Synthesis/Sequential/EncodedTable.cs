using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Conditions;
using SynthMonitor.Synthesis.Patterns;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>A table as a sequential generator learns from it: modelled columns as codes, in the order in which they are drawn.</summary>
/// <param name="Schema">The table's schema.</param>
/// <param name="Positions">For each modelled column its position in the schema.</param>
/// <param name="Values">For each modelled column how its codes become values again.</param>
/// <param name="Codes">For each modelled column the code of every row.</param>
/// <param name="Patterns">By position in the schema, the patterns of the columns that are not modelled.</param>
internal sealed record EncodedTable(
    Schema Schema, int[] Positions, ColumnValues[] Values, byte[][] Codes, ImmutableSortedDictionary<int, ColumnPattern> Patterns)
{
    private const int RowsPerCell = 10;

    /// <summary>The number of rows.</summary>
    public int Rows { get; private init; }

    /// <summary>Encodes a table.</summary>
    /// <param name="table">The rows; at least one.</param>
    /// <param name="order">The order in which columns are drawn.</param>
    /// <param name="options">How finely to cut; fewer cells are made where there are too few rows for them.</param>
    public static EncodedTable Of(Table table, ColumnOrder order, CodebookOptions options)
    {
        var positions = Enumerable.Range(0, table.Columns.Length)
            .Where(position => IsModelled(table.Columns[position]))
            .OrderBy(position => order.Rank(table.Schema[position].Name))
            .ToArray();
        var modelled = new Table([.. positions.Select(position => AsFeature(table.Columns[position]))]);
        var cells = Math.Clamp(table.Rows / RowsPerCell, 2, options.NumberCells);
        var codebook = CodebookFitter.Fit(modelled, options with { NumberCells = cells });
        var codes = codebook.Encode(modelled);
        var (values, coded) = (new ColumnValues[positions.Length], new byte[positions.Length][]);
        for (var column = 0; column < positions.Length; column++)
        {
            coded[column] = codes[column].ToArray();
            values[column] = modelled.Columns[column] is NumberColumn numbers
                ? NumberValues.Fit((NumberCodes)codebook.Columns[column], numbers.Values, coded[column])
                : NameValues.Fit((NameCodes)codebook.Columns[column], (NameColumn)modelled.Columns[column], coded[column]);
        }

        var patterns = Enumerable.Range(0, table.Columns.Length).Except(positions)
            .ToImmutableSortedDictionary(position => position, position => ColumnPattern.Fit(table.Columns[position]));
        return new EncodedTable(table.Schema, positions, values, coded, patterns) { Rows = table.Rows };
    }

    /// <summary>Keys, text, and names of which most occur once (identifiers by another kind) are made up, not modelled.</summary>
    private static bool IsModelled(Column column) =>
        Condition.CanBeOn(column.Schema) && !(column is NameColumn names && IsIdentifier(names));

    /// <summary>The column in a role that is coded: times and columns that no model uses are drawn like any other.</summary>
    private static Column AsFeature(Column column) => column.As(column.Schema with { Role = ColumnRole.Feature });

    private static bool IsIdentifier(NameColumn column)
    {
        var counts = new int[column.Names.Length];
        var present = 0;
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition)
            {
                counts[position]++;
                present++;
            }
        }

        return counts.Count(count => count > 0) > Math.Max(Code.MaximumCells, present / 2);
    }
}
