using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthMonitor.Data.Storage;

/// <summary>
/// Reads what <see cref="PayloadWriter"/> wrote. Nothing is allocated on the word of a count that the bytes left cannot fulfil, and every
/// fault is an <see cref="InputException"/> that names the source and the byte.
/// </summary>
/// <param name="bytes">The bytes.</param>
/// <param name="source">What errors call them (a file, a topic), or null.</param>
public sealed class PayloadReader(ReadOnlyMemory<byte> bytes, string? source = null)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The position of the next byte.</summary>
    public int Position { get; private set; }

    /// <summary>The number of bytes left.</summary>
    public int Remaining => bytes.Length - Position;

    /// <summary>Reads one byte.</summary>
    public byte ReadByte() => Take(1)[0];

    /// <summary>Reads a byte that must be 0 or 1.</summary>
    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        var other => throw Fault($"the byte {other}", "0 or 1"),
    };

    /// <summary>Reads a whole number.</summary>
    public ulong ReadUnsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = ReadByte();
            if (shift == 63 && next > 1)
            {
                break;
            }

            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Fault("a number of more than 64 bits", "at most 64 bits");
    }

    /// <summary>Reads a signed whole number.</summary>
    public long ReadSigned()
    {
        var value = ReadUnsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Reads a signed whole number that must fit 32 bits.</summary>
    public int ReadInt32() => ReadSigned() is var value && value == (int)value
        ? (int)value
        : throw Fault($"the number {value}", "at most 32 bits");

    /// <summary>
    /// Reads a position or a number that must be at least 0 and fit 31 bits; allocate nothing from it: see <see cref="ReadCountOf"/>.
    /// </summary>
    public int ReadCount() => ReadUnsigned() is var value && value <= int.MaxValue
        ? (int)value
        : throw Fault($"the count {value}", "at most 31 bits");

    /// <summary>Reads the count of items that follow, and checks that the bytes left can hold them.</summary>
    /// <param name="itemBytes">The fewest bytes that an item takes; at least 1.</param>
    public int ReadCountOf(int itemBytes)
    {
        var count = ReadCount();
        return (long)count * itemBytes <= Remaining
            ? count
            : throw Fault($"{Remaining} bytes left", $"{count} items of at least {itemBytes} bytes");
    }

    /// <summary>Reads a double.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>Reads text.</summary>
    public string ReadString()
    {
        var text = Take(ReadCountOf(1));
        try
        {
            return StrictUtf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            throw Fault("text that is not UTF-8", "UTF-8");
        }
    }

    /// <summary>Reads text, or null where there is none.</summary>
    public string? ReadOptionalString() => ReadBoolean() ? ReadString() : null;

    /// <summary>Reads counted bytes; the span looks into the source.</summary>
    public ReadOnlySpan<byte> ReadBytes() => Take(ReadCountOf(1));

    /// <summary>Reads counted doubles.</summary>
    public double[] ReadDoubles()
    {
        var values = new double[ReadCountOf(sizeof(double))];
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.Cast<byte, double>(Take(values.Length * sizeof(double))).CopyTo(values);
            return values;
        }

        return ReadItems(values, ReadDouble);
    }

    /// <summary>Reads counted whole numbers.</summary>
    public long[] ReadSigneds() => ReadItems(new long[ReadCountOf(1)], ReadSigned);

    /// <summary>Reads counted whole numbers that must each fit 32 bits.</summary>
    public int[] ReadInt32s() => ReadItems(new int[ReadCountOf(1)], ReadInt32);

    /// <summary>Reads counted texts.</summary>
    public string[] ReadStrings() => ReadItems(new string[ReadCountOf(1)], ReadString);

    /// <summary>Fails unless all bytes were read.</summary>
    public void End()
    {
        if (Remaining > 0)
        {
            throw Fault($"{Remaining} bytes left", "the end");
        }
    }

    /// <summary>An error at the current position, for readers of formats that find a value they cannot accept.</summary>
    public InputException Fault(string found, string expected) => new(source, null, null, $"byte {Position}: {found}", expected);

    private static T[] ReadItems<T>(T[] items, Func<T> read)
    {
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Remaining)
        {
            throw Fault($"{Remaining} bytes left", $"{count} more");
        }

        var span = bytes.Span.Slice(Position, count);
        Position += count;
        return span;
    }
}
