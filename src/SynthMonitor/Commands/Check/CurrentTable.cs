using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.References;

namespace SynthMonitor.Commands.Check;

/// <summary>Reads rows to compare with a reference: the same columns, of the same kinds.</summary>
internal static class CurrentTable
{
    /// <summary>Reads a file; columns that the reference does not have are left out, with a note, unless they are asked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="wanted">Columns that must be there besides those of the reference.</param>
    /// <param name="terminal">Receives the note.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The file cannot be read, or lacks a column that the reference watches.</exception>
    public static Table Read(string path, Reference reference, IReadOnlyCollection<string> wanted, Terminal terminal, CancellationToken cancellation)
    {
        var table = DataArgument.Read(path, SchemaOverrides.From(reference.Schema), cancellation);
        var names = table.Schema.Columns.Select(column => column.Name).ToArray();
        var missing = Watched(reference).Concat(wanted).Where(name => table.Find(name) is null).Distinct().ToArray();
        if (missing.Length > 0)
        {
            throw new InputException([.. missing.Select(name =>
                new InputException(path, null, null, $"there is no column '{name}'", NearMatch.Expected(name, names)))]);
        }

        string[] extra = [.. names.Where(name => reference.Schema.IndexOf(name) < 0 && !wanted.Contains(name))];
        if (extra.Length > 0)
        {
            terminal.Note($"{path}: ignored, because the reference does not have {(extra.Length == 1 ? "it" : "them")}: {string.Join(", ", extra)}");
        }

        return table.Without(extra);
    }

    private static IEnumerable<string> Watched(Reference reference) => reference.Schema.Columns
        .Where(column => column.IsCoded && column.Role != ColumnRole.Target)
        .Select(column => column.Name);
}
