using System.Collections.Immutable;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Drift.References;

/// <summary>The binary layout of how columns are compared: the count, and of each its column, test, threshold and floor.</summary>
internal static class TestChoicesFormat
{
    public static ImmutableSortedDictionary<string, ColumnTestChoice> None { get; } =
        ImmutableSortedDictionary.Create<string, ColumnTestChoice>(StringComparer.Ordinal);

    public static void Write(PayloadWriter writer, ImmutableSortedDictionary<string, ColumnTestChoice> choices)
    {
        writer.WriteCount(choices.Count);
        foreach (var (column, choice) in choices)
        {
            writer.WriteString(column);
            writer.WriteString(ColumnTests.NameOf(choice.Test));
            WriteOptional(writer, choice.Threshold);
            WriteOptional(writer, choice.Floor);
        }
    }

    public static ImmutableSortedDictionary<string, ColumnTestChoice> Read(PayloadReader reader)
    {
        var choices = None.ToBuilder();
        for (var left = reader.ReadCountOf(1); left > 0; left--)
        {
            var (column, name) = (reader.ReadString(), reader.ReadString());
            if (!ColumnTests.ByName.TryGetValue(name, out var test) || choices.ContainsKey(column))
            {
                throw reader.Fault($"the test '{name}' for column '{column}'", "a known test, once a column");
            }

            choices.Add(column, new(test, ReadOptional(reader), ReadOptional(reader)));
        }

        return choices.ToImmutable();
    }

    private static void WriteOptional(PayloadWriter writer, double? value)
    {
        writer.WriteBoolean(value is not null);
        if (value is { } number)
        {
            writer.WriteDouble(number);
        }
    }

    private static double? ReadOptional(PayloadReader reader) => reader.ReadBoolean() ? reader.ReadDouble() : null;
}
