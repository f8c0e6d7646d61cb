using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Comparisons;
using SynthMonitor.Reports;

namespace SynthMonitor.Commands.Check.Pages;

/// <summary>Every figure of one comparison.</summary>
internal static class ComparisonFigures
{
    private static readonly string[] Heads = ["Column", "Kind", "Test", "Statistic", "p", "PSI", "JS", "KS or TV", "Missing", "Unseen"];

    /// <summary>Makes the table.</summary>
    public static Html Of(IReadOnlyList<ColumnComparison> columns) => Html.Of(
        $"""
        <details>
        <summary>Table of {columns.Count} columns</summary>
        {ReportTable.Of("Missing: in the reference → now. KS for numbers, TV (total variation) for names", Heads, columns.Select(RowOf))}
        </details>
        """);

    private static Html[] RowOf(ColumnComparison column) =>
    [
        Html.Of($"{column.Column.Name}"),
        Html.Of($"{column.Column.Kind.ToString().ToLowerInvariant()}"),
        Html.Of($"{ColumnTests.NameOf(column.Method.Significance)} on {(column.Method.IsOnValues ? "values" : "cells")}"),
        Html.Of($"{Figure.Of(column.Test.Statistic, "G4")}"),
        Html.Of($"{Figure.Of(column.Test.PValue, "G2")}"),
        Html.Of($"{Figure.Of(column.Psi, "F4")}"),
        Html.Of($"{Figure.Of(column.JensenShannon, "F3")}"),
        Html.Of($"{Figure.Of(column.Distance, "F3")}"),
        Html.Of($"{column.MissingReference:0.0%} → {column.MissingCurrent:0.0%}"),
        Html.Of($"{column.Unseen:0.0%}"),
    ];
}
