using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
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

    /// <summary>Fits a generator.</summary>
    /// <param name="table">The rows to learn from.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <param name="progress">Told the share of the work done so far, 0 … 1, or null.</param>
    /// <param name="cancellation">Stops fitting.</param>
    /// <exception cref="InputException">The table has no rows, or no column bears the target's name.</exception>
    public static IGenerator Fit(
        Table table, TreeOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new TreeOptions();
        var target = options.Target ?? table.Schema.WithRole(ColumnRole.Target)?.Name;
        var encoded = EncodedTable.Of(table, target, options.Codebook);
        string E(string n, string d) => Environment.GetEnvironmentVariable(n) ?? d;
        double D(string n, double d) => double.Parse(E(n, d.ToString()));
        var plain = new BoostingOptions((int)D("R", options.Rounds), (int)D("DEPTH", 4), D("LR", 0.1), D("LAM", 1), D("MH", 3), D("GAIN", 0));
        var last = new BoostingOptions((int)D("TR", options.TargetRounds), (int)D("TDEPTH", 6), D("TLR", 0.1), D("TLAM", 1), D("TMH", 5), D("TGAIN", 0));
        BoostingOptions OptionsOf(int column) => table.Schema[encoded.Positions[column]].Name == target ? last : plain;
        var models = new MetaTreeFitter(encoded, OptionsOf, (int)D("MR", options.MinimumRows)).Fit(options.Threads, progress, cancellation);
        return SequentialGenerator.Create(Method, null, encoded, models);
    }
}
