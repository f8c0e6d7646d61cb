using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Texts;

namespace SynthMonitor.Data.Tables;

/// <summary>
/// The binary layout of a <see cref="Table"/>: the count of columns, and of each its schema and values. Names are the dictionary of those
/// that occur, then for each row 0 (missing) or position + 1. Numbers are whole where all of them are (0 for missing, else zigzag + 1, of
/// datetimes the difference to the one before), and doubles otherwise; either way they come back bit by bit.
/// </summary>
public static class TableFormat
{
    private const byte Doubles = 0;
    private const byte Wholes = 1;

    /// <summary>Writes a table.</summary>
    public static void Write(PayloadWriter writer, Table table)
    {
        writer.WriteCount(table.Columns.Length);
        foreach (var column in table.Columns)
        {
            SchemaFormat.WriteColumn(writer, column.Schema);
            switch (column)
            {
                case NameColumn names:
                    WriteNames(writer, names);
                    break;
                case NumberColumn numbers when IsWhole(numbers.Values):
                    writer.WriteByte(Wholes);
                    WriteWholes(writer, numbers);
                    break;
                default:
                    writer.WriteByte(Doubles);
                    writer.WriteDoubles(((NumberColumn)column).Values);
                    break;
            }
        }
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InputException">The bytes hold no valid table.</exception>
    public static Table Read(PayloadReader reader)
    {
        var columns = new Column[reader.ReadCountOf(4)];
        for (var i = 0; i < columns.Length; i++)
        {
            var schema = SchemaFormat.ReadColumn(reader);
            columns[i] = schema.IsNominal ? ReadNames(reader, schema) : new NumberColumn(schema, ReadNumbers(reader, schema));
        }

        try
        {
            return new Table(ImmutableArray.Create(columns));
        }
        catch (ArgumentException exception)
        {
            throw reader.Fault(exception.Message, "columns of equal length and different names");
        }
    }

    private static void WriteNames(PayloadWriter writer, NameColumn column)
    {
        var written = new int[column.Names.Length];
        var names = new List<string>();
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition && written[position] == 0)
            {
                names.Add(column.Names[position]);
                written[position] = names.Count;
            }
        }

        writer.WriteStrings(names.ToArray());
        writer.WriteCount(column.Rows);
        foreach (var position in column.Positions)
        {
            writer.WriteCount(position == NameColumn.MissingPosition ? 0 : written[position]);
        }
    }

    private static NameColumn ReadNames(PayloadReader reader, ColumnSchema schema)
    {
        var names = reader.ReadStrings();
        var positions = new int[reader.ReadCountOf(1)];
        for (var row = 0; row < positions.Length; row++)
        {
            var position = reader.ReadCount();
            positions[row] = position <= names.Length ? position - 1 : throw reader.Fault($"name {position}", $"at most {names.Length}");
        }

        return new NameColumn(schema, ImmutableArray.Create(names), positions);
    }

    private static bool IsWhole(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!Number.IsMissing(value) && (!NumberText.IsExactWhole(value) || IsNegativeZero(value)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNegativeZero(double value) => value == 0 && double.IsNegative(value);

    private static void WriteWholes(PayloadWriter writer, NumberColumn column)
    {
        var isDifferenced = column.Schema.Kind == ColumnKind.Datetime;
        long before = 0;
        writer.WriteCount(column.Rows);
        foreach (var value in column.Values)
        {
            if (Number.IsMissing(value))
            {
                writer.WriteUnsigned(0);
                continue;
            }

            var whole = (long)value - before;
            writer.WriteUnsigned(((ulong)(whole << 1) ^ (ulong)(whole >> 63)) + 1);
            before = isDifferenced ? (long)value : 0;
        }
    }

    private static double[] ReadNumbers(PayloadReader reader, ColumnSchema schema)
    {
        switch (reader.ReadByte())
        {
            case Doubles:
                return reader.ReadDoubles();
            case Wholes:
                break;
            case var other:
                throw reader.Fault($"numbers of type {other}", "0 or 1");
        }

        var isDifferenced = schema.Kind == ColumnKind.Datetime;
        long before = 0;
        var values = new double[reader.ReadCountOf(1)];
        for (var row = 0; row < values.Length; row++)
        {
            var written = reader.ReadUnsigned();
            var zigzag = written - 1;
            var whole = (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
            values[row] = written == 0 ? Number.Missing : before + whole;
            before = isDifferenced && written != 0 ? before + whole : before;
        }

        return values;
    }
}
