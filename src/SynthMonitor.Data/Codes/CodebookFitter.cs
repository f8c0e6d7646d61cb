using System.Runtime.InteropServices;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;

namespace SynthMonitor.Data.Codes;

/// <summary>Fits a <see cref="Codebook"/> on reference rows. The same rows always give the same codes, whatever their order.</summary>
public static class CodebookFitter
{
    /// <summary>Fits codes for every column that is coded (<see cref="ColumnSchema.IsCoded"/>), in the order of the schema.</summary>
    /// <param name="table">The reference rows; columns that are constant, all missing or without rows are fine.</param>
    /// <param name="options">How finely to cut; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static Codebook Fit(Table table, CodebookOptions? options = null)
    {
        options ??= new CodebookOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.NumberCells, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.NumberCells, Code.MaximumCells, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.NameCells, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.NameCells, Code.MaximumCells, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.AtomShare, nameof(options));
        return new Codebook([.. table.Columns.Where(column => column.Schema.IsCoded).Select(column => Fit(column, options))]);
    }

    private static ColumnCodes Fit(Column column, CodebookOptions options) => column switch
    {
        NameColumn names => FitNames(names, options.NameCells),
        NumberColumn { Schema.Kind: ColumnKind.Boolean } => new NumberCodes(column.Name, 0, [0, 1], IsWhole: true),
        NumberColumn numbers => FitNumbers(numbers, options),
        _ => throw new ArgumentException($"column '{column.Name}' is neither of numbers nor of names", nameof(column)),
    };

    private static NumberCodes FitNumbers(NumberColumn column, CodebookOptions options)
    {
        var isWhole = column.Schema.Kind is ColumnKind.Integer or ColumnKind.Datetime;
        var runs = ValueRun.Sorted(column.Values);
        var upper = NumberCells.Cut(CollectionsMarshal.AsSpan(runs), column.Rows, options, isWhole);
        return new NumberCodes(column.Name, runs.Count == 0 ? 0 : runs[0].Value, upper, isWhole);
    }

    private static NameCodes FitNames(NameColumn column, int cells)
    {
        var counts = new long[column.Names.Length];
        foreach (var position in column.Positions)
        {
            if (position != NameColumn.MissingPosition)
            {
                counts[position]++;
            }
        }

        var names = Enumerable.Range(0, counts.Length)
            .Where(position => counts[position] > 0)
            .OrderByDescending(position => counts[position])
            .ThenBy(position => column.Names[position], StringComparer.Ordinal)
            .Select(position => column.Names[position])
            .ToArray();
        var own = names.Length <= cells ? names.Length : cells - 1;
        return new NameCodes(column.Name, [.. names[..own]], [.. names[own..]]);
    }
}
