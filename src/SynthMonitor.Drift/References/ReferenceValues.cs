using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Drift.References;

/// <summary>
/// What one comparison needs of a reference and the monitor does without: of each column of numbers the finite ones one by one, rising, in a
/// reference of at most <see cref="MostRows"/> rows; of each column of names how often the rarer ones occur, which share a cell.
/// </summary>
public sealed class ReferenceValues
{
    /// <summary>The most rows of which values are kept: beyond, cells tell as much.</summary>
    public const int MostRows = 100_000;

    private readonly ImmutableArray<ImmutableArray<double>> columns;
    private readonly ImmutableArray<ImmutableArray<long>> names;

    private ReferenceValues(ImmutableArray<ImmutableArray<double>> columns, ImmutableArray<ImmutableArray<long>> names) =>
        (this.columns, this.names) = (columns, names);

    /// <summary>The values of a coded column, or null where they are not kept.</summary>
    public ImmutableArray<double>? this[int column] => columns[column].IsDefault ? null : columns[column];

    /// <summary>How often each of a column's <see cref="NameCodes.Others"/> occurs, or null where that is not kept.</summary>
    public ImmutableArray<long>? RarerNames(int column) => names[column].IsDefault ? null : names[column];

    /// <summary>Nothing.</summary>
    internal static ReferenceValues None(Codebook codebook) => new(
        [.. codebook.Columns.Select(_ => default(ImmutableArray<double>))], [.. codebook.Columns.Select(_ => default(ImmutableArray<long>))]);

    /// <summary>What is kept of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="codebook">The codes fitted on them.</param>
    /// <param name="keepsNumbers">Whether numbers are kept one by one, if the rows are few enough.</param>
    internal static ReferenceValues Of(Table rows, Codebook codebook, bool keepsNumbers) => new(
        [.. codebook.Columns.Select(coding =>
            keepsNumbers && rows.Rows <= MostRows && rows[coding.Name] is NumberColumn numbers ? Finite(numbers) : default)],
        [.. codebook.Columns.Select(coding => coding is NameCodes names ? Count(names, (NameColumn)rows[coding.Name]) : default)]);

    /// <summary>The finite values of a column, rising.</summary>
    internal static ImmutableArray<double> Finite(NumberColumn column)
    {
        var values = new List<double>(column.Rows);
        foreach (var value in column.Values)
        {
            if (double.IsFinite(value))
            {
                values.Add(value);
            }
        }

        values.Sort();
        return [.. values];
    }

    private static ImmutableArray<long> Count(NameCodes codes, NameColumn column)
    {
        var counts = codes.Others.ToDictionary(name => name, _ => 0L, StringComparer.Ordinal);
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition && counts.TryGetValue(column.Names[position], out var count))
            {
                counts[column.Names[position]] = count + 1;
            }
        }

        return [.. codes.Others.Select(name => counts[name])];
    }

    internal void Write(PayloadWriter writer)
    {
        foreach (var counts in names)
        {
            writer.WriteBoolean(!counts.IsDefault);
            if (!counts.IsDefault)
            {
                writer.WriteSigneds(counts.AsSpan());
            }
        }

        foreach (var values in columns)
        {
            writer.WriteBoolean(!values.IsDefault);
            if (!values.IsDefault)
            {
                writer.WriteCount(values.Length);
                WriteSteps(writer, values);
            }
        }
    }

    internal static ReferenceValues Read(PayloadReader reader, Codebook codebook)
    {
        var names = ImmutableArray.CreateBuilder<ImmutableArray<long>>();
        foreach (var coding in codebook.Columns)
        {
            names.Add(reader.ReadBoolean() ? [.. reader.ReadSigneds()] : default);
            if (!names[^1].IsDefault && (coding is not NameCodes codes || names[^1].Length != codes.Others.Length || names[^1].Any(count => count < 0)))
            {
                throw reader.Fault($"counts of names that do not fit column '{coding.Name}'", "one for each of its rarer names");
            }
        }

        var columns = ImmutableArray.CreateBuilder<ImmutableArray<double>>();
        foreach (var coding in codebook.Columns)
        {
            columns.Add(reader.ReadBoolean() ? ReadSteps(reader) : default);
            if (!coding.IsOrdered && !columns[^1].IsDefault)
            {
                throw reader.Fault($"numbers in column '{coding.Name}'", "none in a column of names");
            }
        }

        return new(columns.ToImmutable(), names.ToImmutable());
    }

    /// <summary>Rising doubles as the steps between their places in the order of all doubles: small where values are close.</summary>
    private static void WriteSteps(PayloadWriter writer, ImmutableArray<double> values)
    {
        var last = 0UL;
        foreach (var value in values)
        {
            writer.WriteUnsigned(Place(value) - last);
            last = Place(value);
        }
    }

    private static ImmutableArray<double> ReadSteps(PayloadReader reader)
    {
        var values = new double[reader.ReadCountOf(1)];
        var place = 0UL;
        for (var row = 0; row < values.Length; row++)
        {
            place += reader.ReadUnsigned();
            values[row] = Value(place);
            if (!double.IsFinite(values[row]) || (row > 0 && values[row] < values[row - 1]))
            {
                throw reader.Fault($"the value {values[row]}", "finite values that rise");
            }
        }

        return ImmutableArray.Create(values);
    }

    private static ulong Place(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return (bits >> 63) == 1 ? ~bits : bits | (1UL << 63);
    }

    private static double Value(ulong place) => BitConverter.UInt64BitsToDouble((place >> 63) == 1 ? place ^ (1UL << 63) : ~place);
}
