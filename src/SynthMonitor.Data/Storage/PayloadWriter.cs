using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthMonitor.Data.Storage;

/// <summary>
/// Writes the primitive values that all our binary formats are made of: whole numbers as LEB128 (signed ones zigzagged), doubles as
/// their 8 little-endian bytes, text as UTF-8, and before everything of variable length its count. Read back by <see
/// cref="PayloadReader"/>.
/// </summary>
public sealed class PayloadWriter
{
    private const int LongestNumber = 10;
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>What was written so far; valid until more is written.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>A copy of what was written so far.</summary>
    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    /// <summary>Forgets what was written but keeps the memory.</summary>
    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>Writes one byte.</summary>
    public void WriteByte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    /// <summary>Writes 0 or 1 as one byte.</summary>
    public void WriteBoolean(bool value) => WriteByte(value ? (byte)1 : (byte)0);

    /// <summary>Writes a whole number in 1 … 10 bytes, small ones in few.</summary>
    public void WriteUnsigned(ulong value) => buffer.Advance(Encode(value, buffer.GetSpan(LongestNumber)));

    /// <summary>Writes a whole number in 1 … 10 bytes, those of small magnitude in few.</summary>
    public void WriteSigned(long value) => WriteUnsigned(Zigzag(value));

    /// <summary>Writes a count or position.</summary>
    /// <param name="value">At least 0.</param>
    public void WriteCount(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteUnsigned((ulong)value);
    }

    /// <summary>Writes a double, bit by bit.</summary>
    public void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), value);
        buffer.Advance(sizeof(double));
    }

    /// <summary>Writes text.</summary>
    public void WriteString(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        WriteCount(length);
        buffer.Advance(Encoding.UTF8.GetBytes(value, buffer.GetSpan(Math.Max(1, length))));
    }

    /// <summary>Writes text, or that there is none.</summary>
    public void WriteOptionalString(string? value)
    {
        WriteBoolean(value is not null);
        if (value is not null)
        {
            WriteString(value);
        }
    }

    /// <summary>Writes bytes and before them their count.</summary>
    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        WriteCount(value.Length);
        buffer.Write(value);
    }

    /// <summary>Writes doubles and before them their count.</summary>
    public void WriteDoubles(ReadOnlySpan<double> values)
    {
        WriteCount(values.Length);
        if (BitConverter.IsLittleEndian)
        {
            buffer.Write(MemoryMarshal.AsBytes(values));
            return;
        }

        foreach (var value in values)
        {
            WriteDouble(value);
        }
    }

    /// <summary>Writes whole numbers and before them their count.</summary>
    public void WriteSigneds(ReadOnlySpan<long> values)
    {
        WriteCount(values.Length);
        var span = buffer.GetSpan(Math.Max(1, values.Length * LongestNumber));
        var length = 0;
        foreach (var value in values)
        {
            length += Encode(Zigzag(value), span[length..]);
        }

        buffer.Advance(length);
    }

    /// <summary>Writes whole numbers and before them their count.</summary>
    public void WriteSigneds(ReadOnlySpan<int> values)
    {
        WriteCount(values.Length);
        var span = buffer.GetSpan(Math.Max(1, values.Length * LongestNumber));
        var length = 0;
        foreach (var value in values)
        {
            length += Encode(Zigzag(value), span[length..]);
        }

        buffer.Advance(length);
    }

    /// <summary>Writes whole numbers and before them their count.</summary>
    public void WriteUnsigneds(ReadOnlySpan<ulong> values)
    {
        WriteCount(values.Length);
        var span = buffer.GetSpan(Math.Max(1, values.Length * LongestNumber));
        var length = 0;
        foreach (var value in values)
        {
            length += Encode(value, span[length..]);
        }

        buffer.Advance(length);
    }

    /// <summary>Writes texts and before them their count.</summary>
    public void WriteStrings(ReadOnlySpan<string> values)
    {
        WriteCount(values.Length);
        foreach (var value in values)
        {
            WriteString(value);
        }
    }

    private static ulong Zigzag(long value) => (ulong)(value << 1) ^ (ulong)(value >> 63);

    private static int Encode(ulong value, Span<byte> span)
    {
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        return length;
    }
}
