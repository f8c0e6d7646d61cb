using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.MetaTrees;
using SynthMonitor.Synthesis.Patterns;
using SynthMonitor.Synthesis.Trees;
using SynthMonitor.Synthesis.Values;

namespace SynthMonitor.Synthesis.Sequential;

/// <summary>The payload of a <see cref="SequentialGenerator"/>.</summary>
internal static class SequentialFormat
{
    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write(PayloadWriter writer, SequentialGenerator generator)
    {
        writer.WriteString(generator.Method);
        writer.WriteOptionalString(generator.FallbackReason);
        SchemaFormat.Write(writer, generator.Schema);
        CodebookFormat.Write(writer, new Codebook([.. generator.Columns.Select(column => column.Values.Codes)]));
        foreach (var column in generator.Columns)
        {
            writer.WriteCount(column.Position);
            writer.WriteSigneds(column.Values.Counts);
            column.Values.Write(writer);
            column.Model.Write(writer);
        }

        foreach (var pattern in generator.Patterns.Values)
        {
            pattern.Write(writer);
        }

        generator.Rules.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SequentialGenerator Read(PayloadReader reader)
    {
        var method = reader.ReadString();
        var fallbackReason = reader.ReadOptionalString();
        var schema = SchemaFormat.Read(reader);
        var codebook = CodebookFormat.Read(reader);
        var columns = new ModelledColumn[codebook.Columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = ReadColumn(reader, schema, codebook.Columns[column], column);
        }

        var others = Enumerable.Range(0, schema.Columns.Length).Except(columns.Select(column => column.Position)).ToArray();
        return others.Length + columns.Length == schema.Columns.Length
            ? new SequentialGenerator(method, fallbackReason, schema, columns, others.ToImmutableSortedDictionary(
                position => position, position => ColumnPattern.Read(schema[position], reader)), RowRules.Read(schema, reader))
            : throw reader.Fault("a column that is modelled twice", "every column once");
    }

    private static ModelledColumn ReadColumn(PayloadReader reader, Schema schema, ColumnCodes codes, int column)
    {
        var position = reader.ReadCount();
        if (position >= schema.Columns.Length || schema[position].Name != codes.Name || schema[position].IsNominal != codes is NameCodes)
        {
            throw reader.Fault($"codes of '{codes.Name}' for column {position}", "those of that column");
        }

        var counts = reader.ReadInt32s();
        if (counts.Length != codes.Count || counts.Any(count => count < 0))
        {
            throw reader.Fault($"{counts.Length} counts", $"{codes.Count}, none below 0");
        }

        ColumnValues values = codes is NumberCodes numbers
            ? NumberValues.Read(numbers, counts, reader)
            : NameValues.Read((NameCodes)codes, counts, reader);
        return new ModelledColumn(position, values, ReadModel(reader, column, codes.Count));
    }

    private static IColumnModel ReadModel(PayloadReader reader, int column, int codes) => (ColumnModelKind)reader.ReadByte() switch
    {
        ColumnModelKind.ClassificationTree => ClassificationTree.Read(reader, column, codes),
        ColumnModelKind.MetaTree => MetaTree.Read(reader, column, codes),
        var kind => throw reader.Fault($"a model of kind {kind}", "a model that this version knows"),
    };
}
