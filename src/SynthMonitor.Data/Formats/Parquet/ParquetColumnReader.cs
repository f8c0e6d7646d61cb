using System.Globalization;
using Parquet;
using Parquet.Schema;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Formats.Parquet;

/// <summary>
/// Reads one column of a Parquet file over all its row groups: floating point and decimals as numeric, whole numbers as integer (as text
/// where one is beyond 2^53), booleans, dates and timestamps as datetime, strings as categorical.
/// </summary>
internal static class ParquetColumnReader
{
    /// <summary>Reads a column.</summary>
    /// <exception cref="InputException">The type is none of these.</exception>
    public static Task<Column> ReadAsync(ParquetReader reader, DataField field, string path, CancellationToken cancellationToken)
    {
        Task<Column> Numbers<T>(ColumnKind kind, Func<T, double> convert)
            where T : struct => ReadNumbersAsync(reader, field, kind, convert, cancellationToken);

        Task<Column> Wholes<T>(Func<T, double> convert)
            where T : struct, IFormattable => ReadWholesAsync(reader, field, convert, cancellationToken);

        return field.ClrType switch
        {
            var type when type == typeof(double) => Numbers<double>(ColumnKind.Numeric, value => double.IsNaN(value) ? double.NaN : value),
            var type when type == typeof(float) => Numbers<float>(ColumnKind.Numeric, value => value),
            var type when type == typeof(decimal) => Numbers<decimal>(ColumnKind.Numeric, value => (double)value),
            var type when type == typeof(bool) => Numbers<bool>(ColumnKind.Boolean, value => value ? 1 : 0),
            var type when type == typeof(DateTime) => Numbers<DateTime>(ColumnKind.Datetime, IsoInstant.FromDateTime),
            var type when type == typeof(DateOnly) =>
                Numbers<DateOnly>(ColumnKind.Datetime, value => IsoInstant.FromDateTime(value.ToDateTime(default))),
            var type when type == typeof(sbyte) => Wholes<sbyte>(value => value),
            var type when type == typeof(byte) => Wholes<byte>(value => value),
            var type when type == typeof(short) => Wholes<short>(value => value),
            var type when type == typeof(ushort) => Wholes<ushort>(value => value),
            var type when type == typeof(int) => Wholes<int>(value => value),
            var type when type == typeof(uint) => Wholes<uint>(value => value),
            var type when type == typeof(long) => Wholes<long>(value => value),
            var type when type == typeof(ulong) => Wholes<ulong>(value => value),
            var type when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) =>
                ReadNamesAsync(reader, field, cancellationToken),
            var type => throw new InputException(
                path, null, field.Name, $"values of type {field.SchemaElement?.Type.ToString() ?? type.Name}", "numbers, booleans, dates, timestamps or text"),
        };
    }

    private static async Task<Column> ReadNumbersAsync<T>(
        ParquetReader reader, DataField field, ColumnKind kind, Func<T, double> convert, CancellationToken cancellationToken)
        where T : struct
    {
        var values = await ReadAsync<T>(reader, field, cancellationToken);
        return ToNumbers(new ColumnSchema(field.Name, kind), values, convert);
    }

    private static async Task<Column> ReadWholesAsync<T>(
        ParquetReader reader, DataField field, Func<T, double> convert, CancellationToken cancellationToken)
        where T : struct, IFormattable
    {
        var values = await ReadAsync<T>(reader, field, cancellationToken);
        return Array.TrueForAll(values, value => value is not { } present || NumberText.IsExactWhole(convert(present)))
            ? ToNumbers(new ColumnSchema(field.Name, ColumnKind.Integer), values, convert)
            : NameColumn.From(
                new ColumnSchema(field.Name, ColumnKind.Text), values.Select(value => value?.ToString(null, CultureInfo.InvariantCulture)));
    }

    private static NumberColumn ToNumbers<T>(ColumnSchema schema, T?[] values, Func<T, double> convert)
        where T : struct =>
        new(schema, Array.ConvertAll(values, value => value is { } present ? convert(present) : Number.Missing));

    private static async Task<T?[]> ReadAsync<T>(ParquetReader reader, DataField field, CancellationToken cancellationToken)
        where T : struct
    {
        var values = new List<T?>();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            if (field.IsNullable)
            {
                var read = new T?[checked((int)rows.RowCount)];
                await rows.ReadAsync<T>(field, read.AsMemory(), cancellationToken: cancellationToken);
                values.AddRange(read);
            }
            else
            {
                var read = new T[checked((int)rows.RowCount)];
                await rows.ReadAsync<T>(field, read.AsMemory(), cancellationToken: cancellationToken);
                values.AddRange(read.Select(value => (T?)value));
            }
        }

        return [.. values];
    }

    private static async Task<Column> ReadNamesAsync(ParquetReader reader, DataField field, CancellationToken cancellationToken)
    {
        var builder = new NameColumnBuilder(new ColumnSchema(field.Name, ColumnKind.Categorical));
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var rows = reader.OpenRowGroupReader(group);
            var read = new string?[checked((int)rows.RowCount)];
            await rows.ReadAsync(field, read.AsMemory(), cancellationToken: cancellationToken);
            foreach (var name in read)
            {
                builder.Add(name);
            }
        }

        return builder.Build();
    }
}
