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
    private const int Level = -3;

    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

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

        return value[1] switch
        {
            Batch => ReadBatch(new PayloadReader(Decompress(value[2..]), "rows")),
            Marker => RowMarker.Read(new PayloadReader(value[2..].ToArray(), "rows")),
            var kind => throw new Data.InputException("rows", null, null, $"record kind {kind}", "a batch or a marker"),
        };
    }

    private static byte[] Decompress(ReadOnlySpan<byte> batch)
    {
        try
        {
            decompressor ??= new Decompressor();
            return decompressor.Unwrap(batch).ToArray();
        }
        catch (ZstdException exception)
        {
            throw new Data.InputException("rows", null, null, $"a damaged batch ({exception.Message})", "Zstandard", exception);
        }
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
            Keys = ReadKeys(reader),
        };
        batch = source.Kind == SourceKind.Labels
            ? batch with { Labels = ReadNames(reader) }
            : batch with { Scores = PackedNumbers.Read(reader), Models = ReadNames(reader), Features = ReadFeatures(reader) };
        int[] lengths = source.Kind == SourceKind.Labels
            ? [batch.Times.Length, batch.EarlierTimes.Length, batch.Keys.Length, batch.Labels.Length]
            : [batch.Times.Length, batch.EarlierTimes.Length, batch.Keys.Length, batch.Scores.Length, batch.Models.Length];
        return lengths.All(length => length == batch.Rows) ? batch : throw reader.Fault("columns of unequal length", $"{batch.Rows} rows");
    }

    private static string[] ReadKeys(PayloadReader reader)
    {
        var bytes = reader.ReadBytes();
        var lengths = reader.ReadInt32s();
        if (lengths.Any(length => length < 0) || lengths.Sum(length => (long)length) != bytes.Length)
        {
            throw reader.Fault("lengths of keys that do not add up", $"{bytes.Length} bytes");
        }

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
        return Array.ConvertAll(
            reader.ReadInt32s(),
            position => (uint)position < (uint)names.Length ? names[position] : throw reader.Fault($"the name {position}", $"one of {names.Length}"));
    }

    private static Table ReadFeatures(PayloadReader reader)
    {
        var columns = ImmutableArray.CreateBuilder<Column>(reader.ReadCountOf(1));
        while (columns.Count < columns.Capacity)
        {
            var schema = new ColumnSchema(reader.ReadString(), (ColumnKind)reader.ReadByte(), ColumnRole.Feature, reader.ReadOptionalString());
            columns.Add(schema.IsNominal
                ? new NameColumn(schema, [.. reader.ReadStrings()], reader.ReadInt32s())
                : new NumberColumn(schema, PackedNumbers.Read(reader)));
        }

        return new Table(columns.MoveToImmutable());
    }
}
