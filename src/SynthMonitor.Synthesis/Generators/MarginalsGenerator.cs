using SynthMonitor.Data;
using SynthMonitor.Data.Codes;
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
    /// <param name="codebook">How finely columns are cut; null for the cells of <see cref="CartOptions"/>.</param>
    /// <param name="fallbackReason">Why this method was taken instead of another, or null.</param>
    /// <exception cref="InputException">The table has no rows.</exception>
    public static IGenerator Fit(Table table, CodebookOptions? codebook = null, string? fallbackReason = null)
    {
        if (table.Rows == 0)
        {
            throw new InputException(null, null, null, "no rows", "at least one to learn from");
        }

        var encoded = EncodedTable.Of(table, null, codebook ?? new CartOptions().Codebook);
        var models = encoded.Values.Select(values => ClassificationTree.Leaf(values.Counts)).ToArray();
        return SequentialGenerator.Create(Method, fallbackReason, encoded, models);
    }
}
