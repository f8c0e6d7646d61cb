using SynthMonitor.Data.Formats;
using SynthMonitor.Data.Formats.Csv;
using SynthMonitor.Data.Formats.JsonLines;
using SynthMonitor.Data.Formats.Parquet;
using SynthMonitor.Data.Storage;

namespace SynthMonitor.Data.Tables;

/// <summary>
/// Reads and writes tables in the format that a file's name tells: CSV (<c>.csv</c>, <c>.csv.gz</c>), Parquet (<c>.parquet</c>) or JSON
/// lines (<c>.jsonl</c>, <c>.jsonl.gz</c>).
/// </summary>
public static class TableFile
{
    private const string Extensions = ".csv, .csv.gz, .parquet, .jsonl or .jsonl.gz";

    /// <summary>Reads a table; what is not known of its columns is inferred.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="InputException">
    /// The file is missing, unreadable, of unknown extension or damaged, it lacks a column that it must have, or a value does not fit a
    /// kind that was given.
    /// </exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static Table Read(string path, TableReadOptions? options = null)
    {
        options ??= new TableReadOptions();
        try
        {
            return FormatOf(path) switch
            {
                ".csv" => CsvFile.Read(path, options),
                ".jsonl" => JsonLinesFile.Read(path, options),
                _ => ParquetFile.Read(path, options),
            };
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(
                path, null, null, $"not a gzip file, or a damaged one ({exception.Message})", "a gzip file", exception);
        }
        catch (IOException exception)
        {
            throw new InputException(path, null, null, $"cannot be read ({exception.Message})", "a file that may be read", exception);
        }
    }

    /// <summary>Writes a table whole or not at all: when it fails or is cancelled, whatever stood there before stays as it was.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends writing early.</param>
    /// <exception cref="InputException">The extension is unknown, or the file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Writing was cancelled.</exception>
    public static void Write(string path, Table table, CancellationToken cancellationToken = default)
    {
        switch (FormatOf(path))
        {
            case ".csv":
                TextFile.Write(path, stream => CsvWriter.Write(stream, table, cancellationToken));
                break;
            case ".jsonl":
                TextFile.Write(path, stream => JsonLinesFile.Write(stream, table, cancellationToken));
                break;
            default:
                AtomicFile.Write(path, stream => ParquetFile.Write(stream, table, cancellationToken));
                break;
        }
    }

    private static string FormatOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var isKnown = extension is ".csv" or ".jsonl" || (extension == ".parquet" && name == path);
        return isKnown ? extension : throw new InputException(path, null, null, $"the extension '{Path.GetExtension(path)}'", Extensions);
    }
}
