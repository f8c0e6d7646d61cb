using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SynthMonitor.Ingest.Json;

/// <summary>
/// A row's key as UTF-8 bytes in a buffer that is used again. One of more than <see cref="Longest"/> bytes counts as none: keys are held in
/// memory until their label comes.
/// </summary>
internal sealed class PooledKey
{
    public const int Longest = 1024;

    private byte[] buffer = new byte[64];
    private int length;

    /// <summary>The key; empty where there is none.</summary>
    public ReadOnlySpan<byte> Span => buffer.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>Takes a record's own key: as it is where it is text, else its bytes in hexadecimal digits.</summary>
    public void SetRaw(ReadOnlySpan<byte> key)
    {
        if (Utf8.IsValid(key))
        {
            Set(key);
        }
        else
        {
            Set(key.Length > Longest ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(key)));
        }
    }

    /// <summary>Takes a text or number; anything else is no key.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            Reserve(reader.ValueSpan.Length);
            var copied = reader.CopyString(buffer);
            length = copied > Longest ? 0 : copied;
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

    private void Set(ReadOnlySpan<byte> key)
    {
        length = key.Length > Longest ? 0 : key.Length;
        Reserve(length);
        key[..length].CopyTo(buffer);
    }

    private void Reserve(int bytes)
    {
        if (buffer.Length < bytes)
        {
            buffer = new byte[Math.Max(bytes, buffer.Length * 2)];
        }
    }
}
