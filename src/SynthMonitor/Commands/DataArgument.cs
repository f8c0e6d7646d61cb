using System.CommandLine;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Commands;

/// <summary>The argument DATA that most commands have: a file of rows.</summary>
internal static class DataArgument
{
    private const string Formats = "CSV (.csv, .csv.gz), Parquet (.parquet) or JSON lines (.jsonl, .jsonl.gz)";

    /// <summary>Creates the argument.</summary>
    /// <param name="description">What the rows are for.</param>
    public static Argument<string> Create(string description) => new("DATA") { Description = $"{description} {Formats}." };

    /// <summary>Creates an argument that can be left out.</summary>
    /// <param name="description">What the rows are for.</param>
    public static Argument<string?> CreateOptional(string description) =>
        new("DATA") { Description = $"{description} {Formats}.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>Reads a file of rows.</summary>
    /// <exception cref="InputException">The file cannot be read as a table, or has no rows.</exception>
    public static Table Read(string path, SchemaOverrides overrides, CancellationToken cancellation)
    {
        var table = TableFile.Read(path, new TableReadOptions { Overrides = overrides, CancellationToken = cancellation });
        return table.Rows > 0 ? table : throw new InputException(path, null, null, "no rows", "at least one");
    }

    /// <summary>Does what may find fault with the rows of a file, and names the file where the fault does not.</summary>
    public static T About<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InputException exception) when (exception.File is null)
        {
            throw new InputException([.. exception.Errors.Select(error => new InputException(path, null, null, error, null, exception))]);
        }
    }
}
