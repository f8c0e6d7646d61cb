using System.Text.Json.Serialization;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands;

/// <summary>What a reference knows of one column, for people.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Cells">The number of its regular cells; null where it is not watched.</param>
/// <param name="Missing">The share of rows in which it is missing, 0 … 1.</param>
/// <param name="Values">Its range, or its most frequent names.</param>
internal sealed record ColumnSummary(string Name, ColumnKind Kind, ColumnRole Role, int? Cells, double Missing, string Values)
{
    private const int NamesShown = 3;

    /// <summary>What is odd about the column, or null.</summary>
    [JsonIgnore]
    public string? Note => Missing == 1 ? $"column '{Name}' is all missing: it will show nothing but values that turn up"
        : Cells == 1 ? $"column '{Name}' is constant ({Values}): it will show nothing but other values that turn up"
        : Kind == ColumnKind.Datetime && Cells is not null ? $"column '{Name}' holds times and is watched, so it will drift as time goes on: is it the --time of the rows?"
        : null;

    /// <summary>The summary of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="reference">The reference made of its table.</param>
    public static ColumnSummary Of(Column column, Reference reference)
    {
        var missing = Enumerable.Range(0, column.Rows).Count(column.IsMissing);
        var coding = reference.Codebook.IndexOf(column.Name) is var index and >= 0 ? reference.Codebook.Columns[index] : null;
        return new(column.Name, column.Schema.Kind, column.Schema.Role, coding?.Cells, (double)missing / column.Rows, Describe(column, coding));
    }

    private static string Describe(Column column, ColumnCodes? coding) => coding switch
    {
        NumberCodes { Cells: > 0 } times when column.Schema.Kind == ColumnKind.Datetime => $"{Time(times.Minimum)} … {Time(times.Upper[^1])}",
        NumberCodes { Cells: 1 } or NameCodes { Cells: 1 } => coding.Describe(Code.First),
        NumberCodes { Cells: > 1 } numbers => $"{numbers.Minimum:G6} … {numbers.Upper[^1]:G6}",
        NameCodes { Cells: > 1 } names => string.Join(", ", names.Names.Take(NamesShown)) + (names.Names.Length > NamesShown ? ", …" : ""),
        _ => "",
    };

    private static string Time(double instant) => IsoInstant.ToDateTime(instant).ToString("yyyy-MM-dd HH:mm");
}
