using System.Collections.Immutable;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Codes;

/// <summary>
/// The binary layout of a <see cref="Codebook"/>: the count of columns, and of each its name and either 0, minimum, upper bounds and
/// whether they are whole, or 1, the names with a cell of their own and the others.
/// </summary>
public static class CodebookFormat
{
    private const byte Numbers = 0;
    private const byte Names = 1;

    /// <summary>Writes a codebook.</summary>
    public static void Write(PayloadWriter writer, Codebook codebook)
    {
        writer.WriteCount(codebook.Columns.Length);
        foreach (var column in codebook.Columns)
        {
            writer.WriteString(column.Name);
            if (column is NumberCodes numbers)
            {
                writer.WriteByte(Numbers);
                writer.WriteDouble(numbers.Minimum);
                writer.WriteDoubles(numbers.Upper.AsSpan());
                writer.WriteBoolean(numbers.IsWhole);
            }
            else
            {
                var names = (NameCodes)column;
                writer.WriteByte(Names);
                writer.WriteStrings(names.Names.AsSpan());
                writer.WriteStrings(names.Others.AsSpan());
            }
        }
    }

    /// <summary>Reads a codebook.</summary>
    /// <exception cref="InputException">The bytes hold no valid codebook.</exception>
    public static Codebook Read(PayloadReader reader)
    {
        var columns = new ColumnCodes[reader.ReadCountOf(4)];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = reader.ReadString();
            columns[i] = reader.ReadByte() switch
            {
                Numbers => ReadNumbers(reader, name),
                Names => ReadNames(reader, name),
                var other => throw reader.Fault($"codes of type {other}", "0 or 1"),
            };
        }

        return new Codebook(ImmutableArray.Create(columns));
    }

    private static NumberCodes ReadNumbers(PayloadReader reader, string name)
    {
        var minimum = reader.ReadDouble();
        var upper = reader.ReadDoubles();
        var rises = double.IsFinite(minimum) && (upper.Length == 0 || (minimum <= upper[0] && double.IsFinite(upper[^1])));
        for (var i = 1; i < upper.Length; i++)
        {
            rises &= upper[i - 1] < upper[i];
        }

        return rises && upper.Length <= Code.MaximumCells
            ? new NumberCodes(name, minimum, ImmutableArray.Create(upper), reader.ReadBoolean())
            : throw reader.Fault(
                $"{upper.Length} bounds of column '{name}'", $"at most {Code.MaximumCells} finite ones that rise from the minimum");
    }

    private static NameCodes ReadNames(PayloadReader reader, string name)
    {
        var names = reader.ReadStrings();
        var others = reader.ReadStrings();
        var isDistinct = names.Concat(others).Distinct(StringComparer.Ordinal).Count() == names.Length + others.Length;
        return isDistinct && names.Length + Math.Min(1, others.Length) <= Code.MaximumCells
            ? new NameCodes(name, ImmutableArray.Create(names), ImmutableArray.Create(others))
            : throw reader.Fault($"{names.Length} names of column '{name}'", $"at most {Code.MaximumCells} different ones");
    }
}
