using System.IO.Compression;
using Microsoft.ML;
using SynthMonitor.Data;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Learning.Models;

/// <summary>The file of a model: a sealed file with the description as JSON and the ML.NET model.</summary>
internal static class ModelFile
{
    public static readonly SealedFormat Format = new("SMML", 1, "model");

    // Zip entries bear the time of writing, by which equal models would get different digests; this is the earliest that a zip can hold.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Seal(ModelDescription description, ITransformer transformer)
    {
        using var stream = new MemoryStream();
        new MLContext().Model.Save(transformer, null, stream);
        var payload = new PayloadWriter();
        payload.WriteString(description.ToJson());
        payload.WriteBytes(WithoutTimes(stream));
        return SealedFile.Seal(Format, payload.Written);
    }

    public static (ModelDescription Description, ITransformer Transformer) Open(byte[] bytes, string? source)
    {
        var payload = new PayloadReader(SealedFile.Open(bytes, Format, source), source);
        var description = ModelDescription.FromJson(payload.ReadString(), source);
        using var stream = new MemoryStream(payload.ReadBytes().ToArray());
        payload.End();
        try
        {
            return (description, new MLContext().Model.Load(stream, out _));
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException or InvalidOperationException or ArgumentException)
        {
            throw new InputException(source, null, null, $"an ML.NET model that cannot be read ({exception.Message})", "one written by this program", exception);
        }
    }

    private static byte[] WithoutTimes(Stream zip)
    {
        using var copy = new MemoryStream();
        using (var target = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        using (var source = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var copied = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copied.LastWriteTime = EntryTime;
                using var from = entry.Open();
                using var to = copied.Open();
                from.CopyTo(to);
            }
        }

        return copy.ToArray();
    }
}
