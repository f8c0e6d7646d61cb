using Spectre.Console;
using SynthMonitor.Console;
using SynthMonitor.Data;
using SynthMonitor.Data.Schemas;
using SynthMonitor.Drift.Comparisons;

namespace SynthMonitor.Commands.Check;

/// <summary>Shows a comparison, for people: the columns that moved most come first.</summary>
internal static class ComparisonView
{
    /// <summary>Writes the comparison.</summary>
    public static void Show(Terminal terminal, Comparison comparison)
    {
        var table = TerminalTable.Create("column", "drifted", "test").Numbers("effect", "", "p adjusted", "psi", "js", "ks", "tv", "missing", "now", "unseen");
        foreach (var column in comparison.Ranked)
        {
            table.AddRow(
                Markup.Escape(column.Column.Name),
                column.IsDrifted ? "[bold]yes[/]" : "no",
                Words(column.Method),
                $"{column.Effect.Value:F3}",
                column.Effect.Name,
                Number(column.AdjustedPValue, "G2"),
                Number(column.Psi, "F4"),
                Number(column.JensenShannon, "F3"),
                column.IsOrdered ? Number(column.Distance, "F3") : "",
                column.IsOrdered ? "" : Number(column.Distance, "F3"),
                TerminalTable.Percent(column.MissingReference),
                TerminalTable.Percent(column.MissingCurrent),
                TerminalTable.Percent(column.Unseen));
        }

        terminal.Write(table);
        var joint = comparison.Joint;
        terminal.Line($"all columns together: {(joint.IsDrifted ? "drifted" : "not drifted")} (mmd {Number(joint.Effect, "F3")}, p adjusted {Number(joint.AdjustedPValue, "G2")})");
        var drifted = comparison.Columns.Count(column => column.IsDrifted);
        terminal.Line($"{drifted} of {comparison.Columns.Length} columns drifted; {comparison.CurrentRows:N0} rows against {comparison.ReferenceRows:N0} of the reference");
    }

    private static string Words(ColumnMethod method) =>
        ColumnTests.NameOf(method.Measure)
        + (method.Significance == method.Measure ? "" : $", {ColumnTests.NameOf(method.Significance)}")
        + (method.IsOnValues ? " on values" : " on cells");

    private static string Number(Estimate estimate, string format) => estimate.Value is { } value ? value.ToString(format) : "–";
}
