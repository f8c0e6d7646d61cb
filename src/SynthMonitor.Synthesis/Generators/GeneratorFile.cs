using SynthMonitor.Data;
using SynthMonitor.Data.Storage;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>Generators in files: versioned, checksummed, written whole or not at all.</summary>
public static class GeneratorFile
{
    private static readonly SealedFormat Format = new("SMGN", 2, "generator");

    /// <summary>Writes a generator.</summary>
    /// <returns>The file's digest.</returns>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static string Save(string path, IGenerator generator)
    {
        var writer = new PayloadWriter();
        generator.Write(writer);
        return SealedFile.Write(path, Format, writer.Written);
    }

    /// <summary>Reads a generator.</summary>
    /// <exception cref="InputException">The file cannot be read, holds something else, is of another version, or is damaged.</exception>
    public static IGenerator Load(string path)
    {
        var reader = new PayloadReader(SealedFile.Read(path, Format), path);
        var generator = SequentialFormat.Read(reader);
        reader.End();
        return generator;
    }
}
