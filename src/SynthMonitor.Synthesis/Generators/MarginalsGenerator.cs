using SynthMonitor.Data;
using SynthMonitor.Data.Tables;
using SynthMonitor.Synthesis.Sequential;
using SynthMonitor.Synthesis.Trees;

namespace SynthMonitor.Synthesis.Generators;

/// <summary>Every column by itself: right in each column, without any dependence between them. What is left where rows are few.</summary>
public static class MarginalsGenerator
{
    /// <summary>The name of the method.</summary>
    public const string Method = "marginals";

    /// <summary>Fits a generator.</summary>
    /// <param name="table">The rows to learn from.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <param name="fallbackReason">Why this method was taken instead of another, or null.</param>
    /// <exception cref="InputException">
    /// The table has no rows, lacks a column that the options name, or breaks a constraint.
    /// </exception>
    public static IGenerator Fit(Table table, MarginalsOptions? options = null, string? fallbackReason = null)
    {
        options ??= new MarginalsOptions();
        var encoded = EncodedTable.Of(table, ColumnOrder.Of(table, options), options.Codebook);
        var models = encoded.Values.Select(values => ClassificationTree.Leaf(values.Counts)).ToArray();
        return SequentialGenerator.Create(Method, fallbackReason, table, encoded, models, options, CancellationToken.None);
    }
}
