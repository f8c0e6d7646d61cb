using SynthMonitor.Data;
using SynthMonitor.Data.Randomness;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Quality;

namespace SynthMonitor.Commands.Evaluate;

/// <summary>The rows of an evaluation, read alike.</summary>
/// <param name="Train">The real rows that the synthetic ones were made from.</param>
/// <param name="Synthetic">The synthetic rows.</param>
/// <param name="Holdout">Real rows that the synthetic ones were not made from.</param>
/// <param name="IsSplit">Whether the holdout was split off the real rows, because none was given.</param>
internal sealed record EvaluatedTables(Table Train, Table Synthetic, Table Holdout, bool IsSplit)
{
    /// <summary>The fewest rows of each table.</summary>
    public const int MinimumRows = 60;

    private const double SplitOff = 0.2;

    /// <summary>Reads the files; the training rows say of what kind columns are.</summary>
    /// <param name="train">The file of training rows.</param>
    /// <param name="synthetic">The file of synthetic rows.</param>
    /// <param name="holdout">The file of holdout rows; null to split some off the training rows.</param>
    /// <param name="overrides">What is known of the columns.</param>
    /// <param name="group">The column whose rows of one value stay on one side of the split, or null.</param>
    /// <param name="seed">Chooses which rows are split off.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">A file cannot be read, has too few rows, or other columns than the training rows.</exception>
    public static EvaluatedTables Read(
        string train, string synthetic, string? holdout, SchemaOverrides overrides, string? group, ulong seed, CancellationToken cancellation)
    {
        var real = Read(train, overrides, cancellation);
        if (group is not null && real.Find(group) is null)
        {
            throw new InputException(train, null, null, $"no column '{group}'", NearMatch.Expected(group, [.. real.Schema.Columns.Select(column => column.Name)]));
        }

        var alike = SchemaOverrides.From(real.Schema);
        var made = Like(synthetic, real, alike, cancellation);
        if (holdout is not null)
        {
            return new(real, made, Like(holdout, real, alike, cancellation), IsSplit: false);
        }

        var isHeld = Held(real, group, seed);
        return new(Where(real, row => !isHeld[row]), made, Where(real, row => isHeld[row]), IsSplit: true);
    }

    private static Table Read(string path, SchemaOverrides overrides, CancellationToken cancellation)
    {
        var table = DataArgument.Read(path, overrides, cancellation);
        return table.Rows >= MinimumRows ? table : throw new InputException(path, null, null, $"{table.Rows} rows", $"at least {MinimumRows}");
    }

    private static Table Like(string path, Table real, SchemaOverrides alike, CancellationToken cancellation)
    {
        var table = Relaxed(path, real, alike, cancellation);
        return DataArgument.About(path, () => new TablePair(real, table).Synthetic);
    }

    // Made numbers may be fractions where the real ones are whole: worth measuring, and no reason to refuse the file.
    private static Table Relaxed(string path, Table real, SchemaOverrides alike, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return Read(path, alike, cancellation);
            }
            catch (InputException exception) when (exception.Column is { } name && alike.Find(name)?.Kind == ColumnKind.Integer)
            {
                alike = alike.With(new ColumnOverride(name, ColumnKind.Numeric));
            }
        }
    }

    private static bool[] Held(Table real, string? group, ulong seed)
    {
        object[] keys = [.. Enumerable.Range(0, real.Rows).Select(row => group is null ? row : Value(real[group], row) ?? row)];
        object[] order = [.. keys.Distinct()];
        new KeyedRandom(seed).Shuffle<object>(order);
        var held = order.Take((int)Math.Ceiling(SplitOff * order.Length)).ToHashSet();
        return Array.ConvertAll(keys, held.Contains);
    }

    // A row whose group is missing is a group of its own.
    private static object? Value(Column column, int row) =>
        column.IsMissing(row) ? null : column is NameColumn names ? names[row] : ((NumberColumn)column).Values[row];

    private static Table Where(Table table, Func<int, bool> isTaken) => table.Take([.. Enumerable.Range(0, table.Rows).Where(isTaken)]);
}
