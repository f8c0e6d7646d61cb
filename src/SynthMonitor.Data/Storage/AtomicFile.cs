namespace SynthMonitor.Data.Storage;

/// <summary>Writes files whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a file beside its place, flushes it to the disk and moves it into place. When writing fails or is cancelled, whatever stood
    /// there before stays as it was, and nothing is left behind.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content; need not dispose the stream.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, null, null, "a folder", "a file to write");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var temporary = Path.Combine(folder ?? "", $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
        var stream = Create(path, temporary);
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            Move(path, temporary);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStream Create(string path, string temporary)
    {
        try
        {
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                path, null, null, $"cannot be written ({exception.Message})", "a folder that exists and may be written", exception);
        }
    }

    private static void Move(string path, string temporary)
    {
        try
        {
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                path, null, null, $"cannot be replaced ({exception.Message})", "a file that may be written", exception);
        }
    }
}
