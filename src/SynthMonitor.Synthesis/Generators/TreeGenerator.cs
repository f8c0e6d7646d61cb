using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Boosting;
using SynthMonitor.Synthesis.MetaTrees;
using SynthMonitor.Synthesis.Sequential;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>
/// Sequential boosted trees: column by column the code follows from the codes of the columns before it, by a binary tree of questions
/// that are each answered by a small boosted classifier (McCarter 2025, unmasking trees; fixed order, the target last).
/// </summary>
public static class TreeGenerator
{
    /// <summary>The name of the method.</summary>
    public const string Method = "tree";

    private const int FewestRows = 200;
    private const double LearningRate = 0.1;
    private const double Lambda = 1;
    private const double MinimumHessian = 3;

    /// <summary>Fits a generator, or where there are too few rows one of <see cref="CartGenerator"/>, which then says so.</summary>
    /// <param name="table">The rows to learn from.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <param name="progress">Told the share of the work done so far, 0 … 1, or null.</param>
    /// <param name="cancellation">Stops fitting.</param>
    /// <exception cref="InputException">The table has no rows, lacks a column that the options name, or breaks a constraint.</exception>
    public static IGenerator Fit(
        Table table, TreeOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new TreeOptions();
        if (table.Rows is > 0 and < FewestRows)
        {
            var reason = $"{table.Rows} rows, fewer than {FewestRows}: fitted by {CartGenerator.Method} instead of {Method}";
            return CartGenerator.Fit(table, new CartOptions().With(options), reason, progress, cancellation);
        }

        var order = ColumnOrder.Of(table, options);
        var encoded = EncodedTable.Of(table, order, options.Codebook);
        var plain = new BoostingOptions(options.Rounds, options.Depth, LearningRate, Lambda, MinimumHessian);
        var last = plain with { Depth = options.TargetDepth };
        BoostingOptions OptionsOf(int column) => table.Schema[encoded.Positions[column]].Name == order.Target ? last : plain;
        var models = new MetaTreeFitter(encoded, OptionsOf, options.MinimumRows).Fit(options.Threads, progress, cancellation);
        return SequentialGenerator.Create(Method, null, table, encoded, models, options, cancellation);
    }
}
