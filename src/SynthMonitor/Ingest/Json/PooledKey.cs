using System.Text.Json;

namespace SynthMonitor.Ingest.Json;

/// <summary>A row's key as UTF-8 bytes in a buffer that is used again.</summary>
internal sealed class PooledKey
{
    private byte[] buffer = new byte[64];
    private int length;

    /// <summary>The key; empty where there is none.</summary>
    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Set(ReadOnlySpan<byte> key)
    {
        Reserve(key.Length);
        key.CopyTo(buffer);
        length = key.Length;
    }

    /// <summary>Takes a text or number; anything else is no key.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            Reserve(reader.ValueSpan.Length);
            length = reader.CopyString(buffer);
        }
        else if (reader.TokenType == JsonTokenType.Number)
        {
            Set(reader.ValueSpan);
        }
        else
        {
            reader.Skip();
            length = 0;
        }
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length < bytes)
        {
            buffer = new byte[Math.Max(bytes, buffer.Length * 2)];
        }
    }
}
