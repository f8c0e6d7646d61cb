using System.Collections.Immutable;
using System.Text;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;
using ZstdSharp;

namespace SynthMonitor.Kafka.Records;

/// <summary>The records of the <c>rows</c> topic: a version, a kind, and a compressed batch of rows or a marker.</summary>
internal static class RowsMessage
{
    private const byte Version = 1;
    private const byte Batch = 1;
    private const byte Marker = 2;
    private const int Level = 1;

    [ThreadStatic]
    private static Compressor? compressor;

    public static byte[] Compress(ReadOnlySpan<byte> batch)
    {
        compressor ??= new Compressor(Level);
        return [Version, Batch, .. compressor.Wrap(batch)];
    }

    public static byte[] ToBytes(RowMarker marker)
    {
        var writer = new PayloadWriter();
        writer.WriteByte(Version);
        writer.WriteByte(Marker);
        marker.Write(writer);
        return writer.ToArray();
    }

    /// <summary>Reads a record: a <see cref="RowBatch"/> or a <see cref="RowMarker"/>.</summary>
    /// <exception cref="Data.InputException">The record is damaged, or of a newer version.</exception>
    public static object Read(ReadOnlySpan<byte> value)
    {
        if (value.Length < 2 || value[0] != Version)
        {
            throw new Data.InputException("rows", null, null, value.IsEmpty ? "an empty record" : $"version {value[0]}", $"version {Version}");
        }

        if (value[1] == Marker)
        {
            return RowMarker.Read(new PayloadReader(value[2..].ToArray(), "rows"));
        }

        using var decompressor = new Decompressor();
        return ReadBatch(new PayloadReader(decompressor.Unwrap(value[2..]).ToArray(), "rows"));
    }

    private static RowBatch ReadBatch(PayloadReader reader)
    {
        var (monitor, epoch) = (reader.ReadString(), reader.ReadInt32());
        var source = new SourcePartition((SourceKind)reader.ReadByte(), reader.ReadCount());
        var batch = new RowBatch
        {
            Monitor = monitor,
            Epoch = epoch,
            Source = source,
            Offsets = reader.ReadSigneds(),
            Times = reader.ReadSigneds(),
            EarlierTimes = reader.ReadSigneds(),
            Keys = ReadKeys(reader.ReadBytes().ToArray(), reader.ReadInt32s()),
        };
        return source.Kind == SourceKind.Labels
            ? batch with { Labels = ReadNames(reader)! }
            : batch with { Scores = reader.ReadDoubles(), Models = ReadNames(reader)!, Features = ReadFeatures(reader) };
    }

    private static string[] ReadKeys(ReadOnlySpan<byte> bytes, int[] lengths)
    {
        var keys = new string[lengths.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            keys[row] = Encoding.UTF8.GetString(bytes[..lengths[row]]);
            bytes = bytes[lengths[row]..];
        }

        return keys;
    }

    private static string[] ReadNames(PayloadReader reader)
    {
        var names = reader.ReadStrings();
        return Array.ConvertAll(reader.ReadInt32s(), position => names[position]);
    }

    private static Table ReadFeatures(PayloadReader reader)
    {
        var columns = ImmutableArray.CreateBuilder<Column>(reader.ReadCountOf(1));
        while (columns.Count < columns.Capacity)
        {
            var schema = new ColumnSchema(reader.ReadString(), (ColumnKind)reader.ReadByte(), ColumnRole.Feature, reader.ReadOptionalString());
            columns.Add(schema.IsNominal
                ? new NameColumn(schema, [.. reader.ReadStrings()], reader.ReadInt32s())
                : new NumberColumn(schema, reader.ReadDoubles()));
        }

        return new Table(columns.MoveToImmutable());
    }
}
