using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Codes;

/// <summary>A <see cref="Codebook"/> in a sealed file of its own.</summary>
public static class CodebookFile
{
    /// <summary>What the file is.</summary>
    public static readonly SealedFormat Format = new("SMcb", 1, "codebook");

    /// <summary>Writes a file.</summary>
    /// <returns>The file's digest.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static string Write(string path, Codebook codebook)
    {
        var writer = new PayloadWriter();
        CodebookFormat.Write(writer, codebook);
        return SealedFile.Write(path, Format, writer.Written);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file cannot be read, is no codebook, or is damaged.</exception>
    public static Codebook Read(string path)
    {
        var reader = new PayloadReader(SealedFile.Read(path, Format), path);
        var codebook = CodebookFormat.Read(reader);
        reader.End();
        return codebook;
    }
}
