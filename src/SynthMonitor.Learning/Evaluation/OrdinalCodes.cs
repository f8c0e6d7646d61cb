using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Learning.Tasks;

namespace SynthMonitor.Learning.Evaluation;

/// <summary>Names as numbers, in one way for all tables that are compared: the position in the sorted names of the training rows; −1 for others.</summary>
internal sealed class OrdinalCodes
{
    private const double Unseen = -1;
    private readonly Table reference;
    private readonly Dictionary<string, Dictionary<string, double>> codes;

    /// <summary>Learns the names of the columns that models may use: all but texts, keys, times and ignored ones.</summary>
    public OrdinalCodes(Table train)
    {
        reference = train;
        codes = train.Columns.Where(column => column.Schema.IsCoded && !IsNumber(column)).ToDictionary(column => column.Name, Of, StringComparer.Ordinal);
    }

    /// <summary>The columns of a table as features.</summary>
    /// <param name="table">Rows with the columns of the training rows.</param>
    /// <param name="except">A column that is left out, or null.</param>
    public Table Encode(Table table, string? except = null) => new(
        [.. reference.Columns.Where(column => column.Schema.IsCoded && column.Name != except).Select(column => Encode(table[column.Name]))]);

    private static bool IsNumber(Column column) => column is NumberColumn && column.Schema.Kind != ColumnKind.Boolean;

    private static Dictionary<string, double> Of(Column column) => CellTexts.Of(column).OfType<string>().Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .Select((text, index) => KeyValuePair.Create(text, (double)index))
        .ToDictionary(StringComparer.Ordinal);

    private NumberColumn Encode(Column column)
    {
        var schema = new ColumnSchema(column.Name, ColumnKind.Numeric);
        return codes.TryGetValue(column.Name, out var known)
            ? new(schema, Array.ConvertAll(CellTexts.Of(column), text => text is null ? Number.Missing : known.GetValueOrDefault(text, Unseen)))
            : new(schema, ((NumberColumn)column).Values.ToArray());
    }
}
