using System.Numerics;
using Confluent.Kafka;

namespace SynthMonitor.Kafka.Client;

/// <summary>
/// Keeps the bytes of the last key or value in one buffer that is used again, so that reading a record allocates nothing for them.
/// What it "deserializes" to is their length.
/// </summary>
internal sealed class KafkaBytes : IDeserializer<int>
{
    private byte[] buffer = new byte[4096];
    private int length;

    /// <summary>Whether there was no key or value at all.</summary>
    public bool IsNull { get; private set; } = true;

    /// <summary>The bytes, until the next record is read.</summary>
    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    /// <inheritdoc/>
    public int Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context)
    {
        if (data.Length > buffer.Length)
        {
            buffer = new byte[BitOperations.RoundUpToPowerOf2((uint)data.Length)];
        }

        data.CopyTo(buffer);
        IsNull = isNull;
        return length = data.Length;
    }
}
