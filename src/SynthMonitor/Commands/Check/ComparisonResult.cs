using System.Text.Json.Serialization;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Commands.Check;

/// <summary>One comparison with a reference.</summary>
/// <param name="Rows">The rows compared.</param>
/// <param name="Columns">The columns, in the order of the reference.</param>
/// <param name="Multivariate">All columns together.</param>
/// <param name="Drifted">Whether anything has drifted.</param>
internal sealed record ComparisonResult(ComparedRows Rows, IReadOnlyList<ComparedColumn> Columns, ComparedJointly Multivariate, bool Drifted)
{
    /// <summary>The result of a comparison.</summary>
    public static ComparisonResult Of(Comparison comparison) => new(
        new(comparison.ReferenceRows, comparison.CurrentRows),
        [.. comparison.Columns.Select(ComparedColumn.Of)],
        new(
            comparison.Joint.Test.Statistic,
            comparison.Joint.Test.PValue,
            comparison.Joint.AdjustedPValue,
            new("mmd", comparison.Joint.Effect),
            comparison.Joint.IsDrifted,
            comparison.Joint.Test.PValue.Reason),
        comparison.IsDrifted);
}

/// <summary>A number of each sample.</summary>
internal sealed record ComparedRows(int Reference, int Current);

/// <summary>A share of the rows of each sample, 0 … 1.</summary>
internal sealed record ComparedShares(double Reference, double Current);

/// <summary>How much something moved.</summary>
/// <param name="Name"><c>w1/sigma</c>, <c>tv</c> or <c>mmd</c>.</param>
/// <param name="Value">The effect, chance taken off.</param>
internal sealed record ComparedEffect(string Name, Estimate Value);

/// <summary>
/// A column; see <see cref="ColumnComparison"/>. <c>test</c> is the test or distance, as the schema file calls it, that the statistic is;
/// <c>significance</c> the test of the p-value where that is another; <c>on</c>, <c>values</c> or <c>cells</c>, what that test looked at. What is
/// undefined is null, and <c>undefined</c> says why.
/// </summary>
internal sealed record ComparedColumn(
    string Name,
    ColumnKind Kind,
    string Test,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Significance,
    string On,
    Estimate Statistic,
    Estimate PValue,
    Estimate AdjustedPValue,
    ComparedEffect Effect,
    bool Drifted,
    Estimate Psi,
    Estimate Js,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Estimate? Ks,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Estimate? Tv,
    ComparedShares Missing,
    double Unseen,
    IReadOnlyList<MovedCells> Moved,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined)
{
    /// <summary>The result for a column.</summary>
    public static ComparedColumn Of(ColumnComparison column) => new(
        column.Column.Name,
        column.Column.Kind,
        ColumnTests.NameOf(column.Method.Measure),
        column.Method.Significance == column.Method.Measure ? null : ColumnTests.NameOf(column.Method.Significance),
        column.Method.IsOnValues ? "values" : "cells",
        column.Test.Statistic,
        column.Test.PValue,
        column.AdjustedPValue,
        new(column.Effect.Name, Estimate.Of(column.Effect.Value)),
        column.IsDrifted,
        column.Psi,
        column.JensenShannon,
        column.IsOrdered ? column.Distance : null,
        column.IsOrdered ? null : column.Distance,
        new(column.MissingReference, column.MissingCurrent),
        column.Unseen,
        [.. column.MovedRanges.Select(MovedCells.Of)],
        column.Test.PValue.Reason);
}

/// <summary>All columns together; see <see cref="JointComparison"/>.</summary>
internal sealed record ComparedJointly(
    Estimate Statistic,
    Estimate PValue,
    Estimate AdjustedPValue,
    ComparedEffect Effect,
    bool Drifted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined);
