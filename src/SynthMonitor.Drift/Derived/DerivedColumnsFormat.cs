using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Drift.Derived;

/// <summary>The binary layout of <see cref="DerivedColumns"/>: whether there are any; if so the scorer, codes, rows and facts.</summary>
internal static class DerivedColumnsFormat
{
    public static void Write(PayloadWriter writer, DerivedColumns? derived)
    {
        writer.WriteBoolean(derived is not null);
        if (derived is null)
        {
            return;
        }

        var (rows, axes, centres) = derived.Scorer;
        writer.WriteStrings(rows.Names.AsSpan());
        writer.WriteDoubles(rows.Means.AsSpan());
        writer.WriteDoubles(rows.Deviations.AsSpan());
        writer.WriteDoubles(axes.Axes.AsSpan());
        writer.WriteDoubles(axes.Variances.AsSpan());
        writer.WriteDoubles(centres.Places.AsSpan());
        CodebookFormat.Write(writer, new Codebook([.. derived.Columns]));
        CodeTableFormat.Write(writer, derived.Codes);
        foreach (var facts in derived.Facts)
        {
            facts.Write(writer);
        }
    }

    /// <exception cref="Data.InputException">The bytes hold no derived columns that fit together.</exception>
    public static DerivedColumns? Read(PayloadReader reader, int rows)
    {
        if (!reader.ReadBoolean())
        {
            return null;
        }

        var scorer = ReadScorer(reader);
        var columns = CodebookFormat.Read(reader).Columns.OfType<NumberCodes>().ToImmutableArray();
        var codes = CodeTableFormat.Read(reader);
        Require(columns.Select(column => column.Name).SequenceEqual(scorer.Names), "derived columns", "one for each score");
        Require(codes.Columns == columns.Length && codes.Rows == rows, "codes of derived columns", $"{columns.Length} columns of {rows} rows");
        for (var column = 0; column < columns.Length; column++)
        {
            Require(
                !codes[column].ContainsAnyExceptInRange((byte)0, (byte)(columns[column].Count - 1)),
                "a code out of range in a derived column",
                $"codes below {columns[column].Count}");
        }

        return new(scorer, columns, [.. columns.Select(_ => ColumnFacts.Read(reader))], codes);

        void Require(bool holds, string found, string expected)
        {
            if (!holds)
            {
                throw reader.Fault(found, expected);
            }
        }
    }

    private static RowScorer ReadScorer(PayloadReader reader)
    {
        var rows = new RowStandardizer([.. reader.ReadStrings()], [.. reader.ReadDoubles()], [.. reader.ReadDoubles()]);
        var axes = new PrincipalAxes([.. reader.ReadDoubles()], [.. reader.ReadDoubles()]);
        var centres = new Centres([.. reader.ReadDoubles()], rows.Dimensions);
        var (count, places) = (rows.Dimensions, centres.Places.Length);
        return count >= 2 && rows.Means.Length == count && rows.Deviations.Length == count
            && axes.Count == count && axes.Axes.Length == count * count && places > 0 && places % count == 0
            ? new(rows, axes, centres)
            : throw reader.Fault($"scores of {count} columns whose parts do not fit", "means, deviations, axes and centres of all columns");
    }
}
