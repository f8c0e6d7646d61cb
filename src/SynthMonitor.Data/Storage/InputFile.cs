namespace SynthMonitor.Data.Storage;

/// <summary>Opens files that the user named, with errors that say what is wrong.</summary>
public static class InputFile
{
    /// <summary>Opens a file for reading from start to end.</summary>
    /// <exception cref="InputException">There is no such file, it is a folder, or it may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputException(path, null, null, "a folder", "a file");
        }

        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, null, null, "no such file", "a file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException(path, null, null, $"cannot be read ({exception.Message})", "a file that may be read", exception);
        }
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="InputException">There is no such file, it is a folder, it may not be read, or it is too long.</exception>
    public static byte[] ReadAllBytes(string path)
    {
        using var stream = Open(path);
        if (stream.Length > Array.MaxLength)
        {
            throw new InputException(path, null, null, $"{stream.Length} bytes", $"at most {Array.MaxLength}");
        }

        try
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException exception)
        {
            throw new InputException(path, null, null, $"cannot be read ({exception.Message})", "a file that may be read", exception);
        }
    }
}
