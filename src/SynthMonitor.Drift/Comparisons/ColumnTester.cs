using System.Collections.Immutable;
using SynthMonitor.Data.Codes;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Data.Tables;
using SynthMonitor.Drift.References;
using SynthMonitor.Drift.Statistics;

namespace SynthMonitor.Drift.Comparisons;

/// <summary>
/// Compares a column by the test that is asked for. Tests of values need values on both sides: a reference that keeps them, and at most
/// <see cref="ReferenceValues.MostRows"/> rows of the sample; else G on cells takes their place.
/// </summary>
/// <param name="reference">The reference.</param>
/// <param name="current">The sample.</param>
internal sealed class ColumnTester(Reference reference, Table current)
{
    /// <summary>
    /// Fewer different values than this in the reference are told apart by cells: they are tied so often that the law of Anderson and Darling
    /// does not hold.
    /// </summary>
    public const int FewestDistinct = 100;

    /// <summary>Tests a column.</summary>
    /// <param name="choice">What is asked for.</param>
    /// <param name="compared">The column's cells in both samples.</param>
    /// <returns>How it was tested, and the result; of a distance with the distance as statistic.</returns>
    public (ColumnMethod Method, TestResult Result) Test(ColumnTestChoice choice, ComparedChannel compared)
    {
        var (pooled, pooledCurrent) = (compared.Pool(compared.Reference), compared.Pool(compared.Current));
        var values = ValuesOf(compared);
        var significance = SignificanceOf(choice.Test, values);
        var isOnValues = significance.IsOfValues();
        var result = isOnValues
            ? ValueTests.Test(significance, values!.Value.AsSpan(), reference.Rows, CurrentValues(compared).AsSpan(), current.Rows)
            : CellTests.Test(significance, CellsOf(compared, values, pooled, pooledCurrent), (ulong)compared.Channel.Column);
        return choice.Test.IsDistance()
            ? (new(choice.Test, significance, isOnValues), result with { Statistic = Distances.Of(choice.Test, compared.Channel, pooled, pooledCurrent) })
            : (new(significance, significance, isOnValues), result);
    }

    /// <summary>The test of significance: the one asked for where it can be made, else the best that can.</summary>
    private static ColumnTest SignificanceOf(ColumnTest test, ImmutableArray<double>? values) =>
        test is ColumnTest.G or ColumnTest.ChiSquared ? test
        : values is not { } kept ? ColumnTest.G
        : test.IsOfValues() ? test
        : HasEnoughDistinct(kept) ? ColumnTest.AndersonDarling
        : ColumnTest.G;

    private static bool HasEnoughDistinct(ImmutableArray<double> sorted)
    {
        var distinct = 1;
        for (var row = 1; row < sorted.Length && distinct < FewestDistinct; row++)
        {
            distinct += sorted[row] == sorted[row - 1] ? 0 : 1;
        }

        return sorted.Length > 0 && distinct >= FewestDistinct;
    }

    private TestedCells CellsOf(ComparedChannel compared, ImmutableArray<double>? values, long[] pooled, long[] pooledCurrent) =>
        values is { } kept ? TestedCells.Ordered(kept.AsSpan(), reference.Rows, CurrentValues(compared).AsSpan(), current.Rows)
        : compared.Channel.IsOrdered ? TestedCells.Ordered(compared.Reference, compared.Current)
        : reference.Values.RarerNames(compared.Channel.Column) is { } others ? TestedCells.Named(
            compared, (NameCodes)reference.Codebook.Columns[compared.Channel.Column], others, (NameColumn)current[compared.Channel.Name])
        : new(pooled, pooledCurrent);

    private ImmutableArray<double>? ValuesOf(ComparedChannel compared) =>
        current.Rows <= ReferenceValues.MostRows ? reference.Values[compared.Channel.Column] : null;

    private ImmutableArray<double> CurrentValues(ComparedChannel compared) => ReferenceValues.Finite((NumberColumn)current[compared.Channel.Name]);
}
