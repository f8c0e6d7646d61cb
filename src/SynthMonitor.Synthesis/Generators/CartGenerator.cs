using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>
/// Sequential classification trees (Reiter 2005, the method of synthpop): column by column a tree predicts the code from the codes of
/// the columns before it, and a row draws each code from the leaf it falls into. Leaves of many rows and values interpolated inside
/// cells keep it from repeating single rows.
/// </summary>
public static class CartGenerator
{
    /// <summary>The name of the method.</summary>
    public const string Method = "cart";

    private const int MaximumDepth = 40;

    // A split of pure noise gains a χ² with about one degree of freedom for each component: splits below that add copies, not fidelity.
    private const double NoiseGain = 5;

    /// <summary>
    /// Fits a generator, or where there are too few rows for any split a <see cref="MarginalsGenerator"/>, which then says so.
    /// </summary>
    /// <param name="table">The rows to learn from.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <param name="progress">Told the share of the work done so far, 0 … 1, or null.</param>
    /// <param name="cancellation">Stops fitting.</param>
    /// <exception cref="InputException">
    /// The table has no rows, lacks a column that the options name, or breaks a constraint.
    /// </exception>
    public static IGenerator Fit(
        Table table, CartOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Fit(table, options ?? new CartOptions(), null, progress, cancellation);

    /// <summary>Fits a generator for another method that has a reason not to be taken.</summary>
    internal static IGenerator Fit(
        Table table, CartOptions options, string? fallbackReason, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumLeaf, 1, nameof(options));
        var order = ColumnOrder.Of(table, options);
        if (table.Rows < 2 * options.MinimumLeaf)
        {
            var reason = $"{table.Rows} rows, fewer than two leaves of {options.MinimumLeaf}: columns are drawn independently";
            return MarginalsGenerator.Fit(table, new MarginalsOptions().With(options), reason);
        }

        var encoded = EncodedTable.Of(table, order, options.Codebook);
        var models = new ClassificationTree[encoded.Values.Length];
        var done = 0;
        // Later columns have more columns before them and take longer: they go first.
        ParallelLoop.Run(models.Length, options.Threads, index =>
        {
            var column = models.Length - 1 - index;
            models[column] = Grow(encoded, column, options.MinimumLeaf, cancellation);
            progress?.Report((double)Interlocked.Increment(ref done) / models.Length);
        }, cancellation);
        return SequentialGenerator.Create(Method, fallbackReason, table, encoded, models, options, cancellation);
    }

    private static ClassificationTree Grow(EncodedTable encoded, int column, int minimumLeaf, CancellationToken cancellation)
    {
        ColumnCodes[] features = [.. encoded.Values[..column].Select(before => before.Codes)];
        var grower = new TreeGrower(features, encoded.Codes, new(minimumLeaf, MaximumDepth, NoiseGain));
        var values = encoded.Values[column];
        return grower.Grow(encoded.Codes[column], SplitTarget.Of(values.Codes, values.Counts), cancellation);
    }
}
