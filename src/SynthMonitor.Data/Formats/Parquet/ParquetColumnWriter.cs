using Parquet;
using Parquet.Schema;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Formats.Parquet;

/// <summary>
/// Writes one column of a Parquet file: numeric as DOUBLE, integer as INT64, boolean as BOOLEAN, datetime as TIMESTAMP in milliseconds
/// UTC, names as STRING; missing values as null.
/// </summary>
internal static class ParquetColumnWriter
{
    /// <summary>The field of a column.</summary>
    public static DataField Field(Column column) => Type(column) switch
    {
        var type when type == typeof(DateTime) =>
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Millis, isNullable: true),
        var type => new DataField(column.Name, type, isNullable: true),
    };

    /// <summary>Writes some rows of a column.</summary>
    public static Task WriteAsync(ParquetRowGroupWriter group, DataField field, Column column, int start, int count)
    {
        Task Numbers<T>(Func<double, T> convert)
            where T : struct
        {
            var values = new T?[count];
            var source = ((NumberColumn)column).Values.Slice(start, count);
            for (var i = 0; i < count; i++)
            {
                values[i] = Number.IsMissing(source[i]) ? null : convert(source[i]);
            }

            return group.WriteAsync<T>(field, values.AsMemory());
        }

        return Type(column) switch
        {
            var type when type == typeof(string) => group.WriteAsync(field, Names((NameColumn)column, start, count)),
            var type when type == typeof(bool) => Numbers(value => value != 0),
            var type when type == typeof(long) => Numbers(value => (long)value),
            var type when type == typeof(DateTime) => Numbers(IsoInstant.ToDateTime),
            _ => Numbers(value => value),
        };
    }

    private static Type Type(Column column) => column.Schema.Kind switch
    {
        ColumnKind.Categorical or ColumnKind.Text => typeof(string),
        ColumnKind.Boolean => typeof(bool),
        ColumnKind.Datetime => typeof(DateTime),
        ColumnKind.Integer when AreWhole(((NumberColumn)column).Values) => typeof(long),
        _ => typeof(double),
    };

    private static bool AreWhole(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!Number.IsMissing(value) && !NumberText.IsExactWhole(value))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] Names(NameColumn column, int start, int count)
    {
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            // A null is written as such, though the parameter's type does not say so.
            names[i] = column[start + i]!;
        }

        return names;
    }
}
