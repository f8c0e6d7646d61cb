using System.Collections.Immutable;
using SynthMonitor.Data;

namespace SynthMonitor.Synthesis.Quality.SdMetrics;

/// <summary>The quality and diagnostic reports of SDMetrics 0.32 (column shapes, column pair trends, data validity), by its published definitions.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Pairs">All pairs of columns.</param>
public sealed record QualityReport(ImmutableArray<ColumnShape> Columns, ImmutableArray<PairTrend> Pairs)
{
    /// <summary>The mean shape over columns, 0 … 1.</summary>
    public Estimate Shapes => Mean(Columns.Select(column => column.Score), "no column can be compared");

    /// <summary>The mean trend over the pairs that hang together strongly in the real rows, 0 … 1; the default of the package.</summary>
    public Estimate Trends => Mean(Pairs.Where(pair => pair.IsStrong).Select(pair => pair.Score), "no pair of columns hangs together strongly");

    /// <summary>The mean trend over all pairs, 0 … 1.</summary>
    public Estimate TrendsOfAllPairs => Mean(Pairs.Select(pair => pair.Score), "no pair of columns");

    /// <summary>The mean of shapes and trends, 0 … 1.</summary>
    public Estimate Overall => Mean([Shapes, Trends], "nothing can be compared");

    /// <summary>The diagnostic score: the mean of the columns' adherence and of the structure, which is 1 because the columns are the same; 0 … 1.</summary>
    public Estimate Diagnostic => Mean([Mean(Columns.Select(column => column.Adherence), "no column"), Estimate.Of(1)], "no column");

    /// <summary>Compares tables.</summary>
    public static QualityReport Of(TablePair tables)
    {
        var columns = tables.Columns.AsParallel().AsOrdered().Select(column => new TrendColumn(column)).ToArray();
        var pairs = Enumerable.Range(0, columns.Length).SelectMany(i => Enumerable.Range(i + 1, columns.Length - i - 1).Select(j => (i, j)));
        return new(
            [.. tables.Columns.Select(ColumnShape.Of)],
            [.. pairs.AsParallel().AsOrdered().Select(pair => PairTrend.Of(columns[pair.i], columns[pair.j]))]);
    }

    private static Estimate Mean(IEnumerable<Estimate> estimates, string reason)
    {
        double[] values = [.. estimates.Where(estimate => estimate.IsDefined).Select(estimate => estimate.Value!.Value)];
        return values.Length == 0 ? Estimate.Undefined(reason) : Estimate.Of(values.Average());
    }
}
