using System.IO.Compression;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Formats;

/// <summary>Opens and writes files of text, compressed with gzip where their name ends with <c>.gz</c>.</summary>
internal static class TextFile
{
    // Without this switch the runtime takes a gzip file that was cut off for a shorter one.
    static TextFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="InputException">There is no such file, it is a folder, or it may not be read.</exception>
    public static Stream Open(string path) => IsCompressed(path)
        ? new GZipStream(InputFile.Open(path), CompressionMode.Decompress)
        : InputFile.Open(path);

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write) => AtomicFile.Write(path, stream =>
    {
        if (!IsCompressed(path))
        {
            write(stream);
            return;
        }

        using var compressed = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        write(compressed);
    });

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
