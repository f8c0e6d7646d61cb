using System.Buffers;
using System.Collections.Immutable;
using SynthMonitor.Data.Storage;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Kafka.Records;

/// <summary>
/// A column of doubles. Where all of them are decimals of a few places, as prices and rounded measurements are, they are written as whole
/// numbers of that unit: a third of the bytes of doubles, which do not compress. Read back bit by bit the same.
/// </summary>
internal static class PackedNumbers
{
    private const byte Raw = byte.MaxValue;

    /// <summary>Below it a product with a power of ten is off by less than a half.</summary>
    private const long MaximumUnits = 1L << 51;

    private static readonly ImmutableArray<double> PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

    public static void Write(PayloadWriter writer, ReadOnlySpan<double> values)
    {
        var units = ArrayPool<ulong>.Shared.Rent(values.Length);
        if (Places(values, units) is { } places)
        {
            writer.WriteByte((byte)places);
            writer.WriteUnsigneds(units.AsSpan(0, values.Length));
        }
        else
        {
            writer.WriteByte(Raw);
            writer.WriteDoubles(values);
        }

        ArrayPool<ulong>.Shared.Return(units);
    }

    public static double[] Read(PayloadReader reader)
    {
        var places = reader.ReadByte();
        if (places == Raw)
        {
            return reader.ReadDoubles();
        }

        var unit = places < PowersOfTen.Length ? PowersOfTen[places] : throw reader.Fault($"{places} decimal places", $"less than {PowersOfTen.Length}");
        var values = new double[reader.ReadCountOf(1)];
        foreach (ref var value in values.AsSpan())
        {
            var written = reader.ReadUnsigned();
            value = written == 0 ? Number.Missing : ((long)((written - 1) >> 1) ^ -(long)((written - 1) & 1)) / unit;
        }

        return values;
    }

    /// <summary>The least number of decimal places with which every value is written exactly, or null; and the values in that unit.</summary>
    private static int? Places(ReadOnlySpan<double> values, Span<ulong> units)
    {
        for (var places = 0; places < PowersOfTen.Length; places++)
        {
            if (AreDecimals(values, PowersOfTen[places], units))
            {
                return places;
            }
        }

        return null;
    }

    private static bool AreDecimals(ReadOnlySpan<double> values, double unit, Span<ulong> units)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var rounded = (long)Math.Round(values[index] * unit);
            var isDecimal = rounded is > -MaximumUnits and < MaximumUnits
                && BitConverter.DoubleToInt64Bits(rounded / unit) == BitConverter.DoubleToInt64Bits(values[index]);
            if (!isDecimal && !Number.IsMissing(values[index]))
            {
                return false;
            }

            units[index] = isDecimal ? ((ulong)(rounded << 1) ^ (ulong)(rounded >> 63)) + 1 : 0;
        }

        return true;
    }
}
