using System.Collections.Immutable;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Schemas;

/// <summary>The binary layout of a <see cref="Schema"/>: the count of columns, and of each its name, kind, role and format.</summary>
public static class SchemaFormat
{
    /// <summary>Writes a schema.</summary>
    public static void Write(PayloadWriter writer, Schema schema)
    {
        writer.WriteCount(schema.Columns.Length);
        foreach (var column in schema.Columns)
        {
            WriteColumn(writer, column);
        }
    }

    /// <summary>Reads a schema.</summary>
    /// <exception cref="InputException">The bytes hold no valid schema.</exception>
    public static Schema Read(PayloadReader reader)
    {
        var columns = new ColumnSchema[reader.ReadCountOf(4)];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = ReadColumn(reader);
        }

        try
        {
            return new Schema(ImmutableArray.Create(columns));
        }
        catch (ArgumentException exception)
        {
            throw reader.Fault(exception.Message, "columns of different names");
        }
    }

    /// <summary>Writes one column of a schema.</summary>
    internal static void WriteColumn(PayloadWriter writer, ColumnSchema column)
    {
        writer.WriteString(column.Name);
        writer.WriteByte((byte)column.Kind);
        writer.WriteByte((byte)column.Role);
        writer.WriteOptionalString(column.Format);
    }

    /// <summary>Reads one column of a schema.</summary>
    internal static ColumnSchema ReadColumn(PayloadReader reader) =>
        new(reader.ReadString(), ReadKind(reader), ReadRole(reader), reader.ReadOptionalString());

    private static ColumnKind ReadKind(PayloadReader reader) =>
        (ColumnKind)reader.ReadByte() is var kind && Enum.IsDefined(kind) ? kind : throw reader.Fault($"the kind {kind}", "a known kind");

    private static ColumnRole ReadRole(PayloadReader reader) =>
        (ColumnRole)reader.ReadByte() is var role && Enum.IsDefined(role) ? role : throw reader.Fault($"the role {role}", "a known role");
}
