using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Synthesis.Quality.Sqs;

/// <summary>The rules by which NeMo Safe Synthesizer (Apache-2.0) types a field from its values.</summary>
internal static class FieldTyping
{
    private const int MaximumNumberCategories = 10;
    private const int FewRows = 50;
    private const double Repeated = 0.9;
    private const double RepeatedInFewRows = 0.7;

    /// <summary>
    /// The type of a column: binary with two distinct values; whole numbers, none missing or negative, with at most ten of them are categorical;
    /// other numbers numeric; names categorical where at least 90 % repeat (70 % in at most 50 rows), else text.
    /// </summary>
    public static FieldType Of(Column column)
    {
        var texts = Values.Texts(column);
        var present = texts.Count(text => text is not null);
        var distinct = texts.OfType<string>().Distinct(StringComparer.Ordinal).Count();
        return distinct switch
        {
            0 => FieldType.Empty,
            2 => FieldType.Binary,
            _ when column is NumberColumn numbers => IsCategory(numbers, distinct) ? FieldType.Categorical : FieldType.Numeric,
            _ => 1 - ((double)distinct / present) >= (present <= FewRows ? RepeatedInFewRows : Repeated) ? FieldType.Categorical : FieldType.Text,
        };
    }

    /// <summary>Whether a column holds whole numbers with none missing, which is what the package's tables call integers.</summary>
    public static bool IsInteger(Column column) =>
        column is NumberColumn { Schema.Kind: ColumnKind.Integer or ColumnKind.Boolean } numbers && Array.TrueForAll(numbers.Values.ToArray(), double.IsFinite);

    private static bool IsCategory(NumberColumn column, int distinct) =>
        IsInteger(column) && distinct <= MaximumNumberCategories && column.Values.ToArray().Min() >= 0;
}
