using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ZstdSharp;

namespace SynthMonitor.Data.Storage;

/// <summary>
/// The container of our binary files: magic (4 bytes), version (2), payload length (8), compressed length (8), the payload compressed
/// with Zstandard, and the SHA-256 of all that. Numbers are little-endian. The same payload always gives the same bytes.
/// </summary>
public static class SealedFile
{
    private const int HeaderLength = 4 + 2 + 8 + 8;
    private const int CompressionLevel = 3;

    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    /// <summary>The bytes of a file.</summary>
    public static byte[] Seal(SealedFormat format, ReadOnlySpan<byte> payload)
    {
        compressor ??= new Compressor(CompressionLevel);
        var compressed = compressor.Wrap(payload);
        var bytes = new byte[HeaderLength + compressed.Length + SHA256.HashSizeInBytes];
        Encoding.ASCII.GetBytes(format.Magic, bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), format.Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(6), payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(14), compressed.Length);
        compressed.CopyTo(bytes.AsSpan(HeaderLength));
        SHA256.HashData(bytes.AsSpan(0, HeaderLength + compressed.Length), bytes.AsSpan(HeaderLength + compressed.Length));
        return bytes;
    }

    /// <summary>Writes a file, whole or not at all.</summary>
    /// <returns>The file's <see cref="Digest(ReadOnlySpan{byte})"/>.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static string Write(string path, SealedFormat format, ReadOnlySpan<byte> payload)
    {
        var bytes = Seal(format, payload);
        AtomicFile.Write(path, stream => stream.Write(bytes));
        return Digest(bytes);
    }

    /// <summary>The payload of a file.</summary>
    /// <exception cref="InputException">The file cannot be read, or is not what <see cref="Open"/> accepts.</exception>
    public static byte[] Read(string path, SealedFormat format) => Open(InputFile.ReadAllBytes(path), format, path);

    /// <summary>The payload of a file given as its bytes.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="format">What it must hold.</param>
    /// <param name="source">What errors call it, or null.</param>
    /// <exception cref="InputException">It holds something else, is of another version, or is damaged.</exception>
    public static byte[] Open(ReadOnlySpan<byte> bytes, SealedFormat format, string? source = null)
    {
        var magic = Encoding.ASCII.GetBytes(format.Magic);
        if (!bytes.StartsWith(magic))
        {
            throw new InputException(
                source, null, null, $"not a {format.Name} (it does not begin with '{format.Magic}')", $"a {format.Name} file");
        }

        if (bytes.Length < HeaderLength + SHA256.HashSizeInBytes)
        {
            throw Damaged(source, format, $"{bytes.Length} bytes", $"at least {HeaderLength + SHA256.HashSizeInBytes}");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (version < format.OldestVersion || version > format.Version)
        {
            var expected = format.OldestVersion == format.Version ? $"version {format.Version}" : $"versions {format.OldestVersion} to {format.Version}";
            throw new InputException(source, null, null, $"{format.Name} of version {version}", expected);
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(bytes[6..]);
        var compressedLength = BinaryPrimitives.ReadInt64LittleEndian(bytes[14..]);
        if (compressedLength != bytes.Length - HeaderLength - SHA256.HashSizeInBytes)
        {
            throw Damaged(source, format, $"{bytes.Length} bytes", $"a payload of {compressedLength} bytes between header and checksum");
        }

        var found = Digest(bytes[..^SHA256.HashSizeInBytes]);
        var recorded = Convert.ToHexStringLower(bytes[^SHA256.HashSizeInBytes..]);
        if (found != recorded)
        {
            throw Damaged(source, format, $"content with SHA-256 {found}", recorded);
        }

        return Decompress(bytes[HeaderLength..^SHA256.HashSizeInBytes], length, format, source);
    }

    /// <summary>The lower-case hexadecimal SHA-256 of bytes, by which files are named.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Decompress(ReadOnlySpan<byte> compressed, long length, SealedFormat format, string? source)
    {
        if (length < 0 || length > Array.MaxLength)
        {
            throw Damaged(source, format, $"a payload of {length} bytes", $"at most {Array.MaxLength}");
        }

        try
        {
            decompressor ??= new Decompressor();
            var payload = decompressor.Unwrap(compressed, (int)length).ToArray();
            return payload.Length == length ? payload : throw Damaged(source, format, $"a payload of {payload.Length} bytes", $"{length}");
        }
        catch (ZstdException exception)
        {
            throw Damaged(source, format, $"a payload that is not Zstandard ({exception.Message})", "an undamaged one", exception);
        }
    }

    private static InputException Damaged(string? source, SealedFormat format, string found, string expected, Exception? inner = null) =>
        new(source, null, null, $"damaged {format.Name}: {found}", expected, inner);
}
